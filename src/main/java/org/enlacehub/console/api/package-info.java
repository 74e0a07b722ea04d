/**
 * How the API is described: the OpenAPI file, and the page that shows it to people who write programs. Holds nothing of the API itself.
 */
package org.enlacehub.console.api;
