package org.enlacehub.audience;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import org.enlacehub.account.DeskScope;

/**
 * An audience that somebody named, to be used again: {@code audience = slug}.
 *
 * @param desk code of the consulate whose people it is about; null: the whole network's
 * @param version counts the changes, so that of two people who change it at once the second is told
 */
public record SavedAudience(long id, String slug, String title, String query, @Nullable String desk, long ownerId, String ownerName,
    int version, Instant changedAt) {

  /** The people it can hold at all. */
  DeskScope scope() {
    return desk == null ? new DeskScope.All() : new DeskScope.Only(desk);
  }
}
