package org.enlacehub.campaign;

import java.time.Instant;

/** Somebody's answer to an invitation, and since when they stand there. */
public record RsvpEntry(long contactId, RsvpState state, Instant since) {}
