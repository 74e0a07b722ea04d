/** The program's commands and its start: the one place that knows every room. */
package org.enlacehub;
