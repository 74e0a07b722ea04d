package org.enlacehub.contact;

/** A merge was undone: {@code restoredId} is a contact of its own again. Published inside the transaction. */
public record ContactsParted(long survivorId, long restoredId) {}
