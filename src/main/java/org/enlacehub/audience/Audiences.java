package org.enlacehub.audience;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.enlacehub.account.DeskScope;

/** Counts, samples and fixes audiences. */
@Singleton
public class Audiences {

  /** Reads a query. @throws QueryError with every place that is wrong */
  public CompiledQuery compile(String query) {
    throw new UnsupportedOperationException();
  }

  /** How many people, by channel and language. @throws QueryError */
  @Transactional
  public AudienceCount count(String query, DeskScope scope) {
    throw new UnsupportedOperationException();
  }

  /**
   * Fixes who belongs to the audience now, in {@code audience_member}, and returns how many. Calling it again with the same id changes
   * nothing. @throws QueryError
   */
  @Transactional
  public long snapshot(String query, long snapshotId, DeskScope scope) {
    throw new UnsupportedOperationException();
  }

  /** The next members of a snapshot by contact id, after {@code afterContactId} (0 for the first), in order. */
  @Transactional
  public List<Long> members(long snapshotId, long afterContactId, int limit) {
    throw new UnsupportedOperationException();
  }

  /** Some members of the audience, as ids. @throws QueryError */
  @Transactional
  public List<Long> sample(String query, DeskScope scope, int limit) {
    throw new UnsupportedOperationException();
  }
}
