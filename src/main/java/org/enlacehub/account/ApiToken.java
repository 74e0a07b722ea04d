package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.Set;

/**
 * A token by which a program acts as a member of staff; the token itself was shown once and is not kept.
 *
 * @param prefix its first characters, to tell it from others
 * @param expiresAt null when it does not end by itself
 */
public record ApiToken(long id, long staffId, String prefix, Set<TokenScope> scopes, Instant createdAt, @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
