/** Acts for many contacts at once: tagging, exporting, erasing; chosen in the list, confirmed by their number, done in the background. */
package org.enlacehub.contact.bulk;
