package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Reading the audit log. */
@Singleton
public class AuditTrail {
  private final AuditRepository entries;

  AuditTrail(AuditRepository entries) {
    this.entries = entries;
  }

  /**
   * Newest first, {@code limit} + 1 at most, so that the caller sees whether more follow.
   *
   * @param action only acts whose code begins so; null for all
   * @param actorId only this person's acts; null for all
   * @param beforeAt moment of the last entry that was seen, with its id; null at the beginning
   */
  public List<AuditEntry> page(@Nullable String action, @Nullable Long actorId, @Nullable Instant beforeAt, long beforeId, int limit) {
    return entries.page(action, actorId, beforeAt, beforeId, limit);
  }
}
