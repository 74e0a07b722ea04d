package org.enlacehub.contact.web;

/**
 * Filters of the list under a name.
 *
 * @param path address of the list with these filters
 * @param current the list shows them now
 */
public record SavedView(long id, String name, String path, boolean current) {}
