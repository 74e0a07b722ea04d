package org.enlacehub.contact;

/**
 * Two contacts turned out to be one person. Rooms need not move what they keep under {@code mergedId}: {@link Contacts}, {@link
 * Recipients} and {@link ContactKeys} answer for it as before, and {@link Contacts#lineage} names both. Published inside the
 * transaction.
 */
public record ContactsMerged(long survivorId, long mergedId) {}
