package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.contact.Contact;

/**
 * A page of the list.
 *
 * @param query what was asked, to stand in the box again
 * @param problem why the query cannot be read, in the reader's language; null when it can
 * @param next address of the next page; null at the end
 * @param filtered something narrows the list
 * @param sealed the query as it stands in addresses; empty for none
 * @param mayAll the reader may export and erase
 * @param views what the reader kept under a name
 */
@Introspected
public record ContactListPage(List<Contact> people, String query, String language, String channel, @Nullable String problem,
    @Nullable String next, boolean filtered, String sealed, boolean mayAll,
    List<SavedView> views) {}
