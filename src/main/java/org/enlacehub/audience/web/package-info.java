/**
 * Audiences over HTTP.
 */
package org.enlacehub.audience.web;
