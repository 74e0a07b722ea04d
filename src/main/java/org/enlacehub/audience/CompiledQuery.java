package org.enlacehub.audience;

import org.enlacehub.contact.ContactFilter;

/** A query that was read: the text as it was written, and its condition. */
public record CompiledQuery(String text, ContactFilter filter) {}
