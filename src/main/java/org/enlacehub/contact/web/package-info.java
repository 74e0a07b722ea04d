/**
 * Contacts over HTTP: the API, the pages for staff and the page for the person themselves.
 */
package org.enlacehub.contact.web;
