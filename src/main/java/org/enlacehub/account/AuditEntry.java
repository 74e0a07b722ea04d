package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;

/**
 * One act, as it was recorded.
 *
 * @param actorId the member of staff; 0 when no person stands behind it
 * @param actorWord who it was when it was no person, such as {@code bootstrap} or {@code system:retention}; else null
 */
public record AuditEntry(long id, Instant at, long actorId, @Nullable String actorWord, String action, String subjectType,
    long subjectId, String detail, @Nullable String correlationId) {}
