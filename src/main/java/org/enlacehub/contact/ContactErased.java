package org.enlacehub.contact;

/** A contact's key was destroyed; rooms that keep words of theirs outside the key delete them. Published inside the transaction. */
public record ContactErased(long contactId) {}
