/**
 * The console's pages about templates: the list, one template with its previews, the SMS counter.
 * They only read: texts are changed in their files.
 */
package org.enlacehub.template.web;
