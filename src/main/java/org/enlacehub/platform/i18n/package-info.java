/**
 * Texts of the interface in the languages of the staff.
 */
package org.enlacehub.platform.i18n;
