/**
 * Reading the files of config/, templates/ and campaigns/, with errors that name file, line and remedy.
 */
package org.enlacehub.platform.config;
