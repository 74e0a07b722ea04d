package org.enlacehub.audience;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.ContactFilter;

/** Counts, samples and fixes audiences. */
@Singleton
public class Audiences {
  private final QueryCompiler compiler;
  private final AudienceRepository repository;
  private final Clock clock;

  Audiences(QueryCompiler compiler, AudienceRepository repository, Clock clock) {
    this.compiler = compiler;
    this.repository = repository;
    this.clock = clock;
  }

  /**
   * Reads a query.
   *
   * @throws QueryError that points at the character and suggests what was meant
   */
  public CompiledQuery compile(String query) {
    return compiler.compile(query);
  }

  /** How many people, by channel and language. @throws QueryError */
  @Transactional
  public AudienceCount count(String query, DeskScope scope) {
    return count(compile(query), scope);
  }

  /** The same for a query that was read. */
  @Transactional
  public AudienceCount count(CompiledQuery query, DeskScope scope) {
    return repository.count(within(query.filter(), scope));
  }

  /**
   * Fixes who belongs to the audience now, in {@code audience_member}, and returns how many. Calling it again with the same id changes
   * nothing and returns the same. @throws QueryError
   */
  @Transactional
  public long snapshot(String query, long snapshotId, DeskScope scope) {
    var filter = within(compile(query).filter(), scope);
    return repository.begin(snapshotId, clock.instant()) ? repository.fill(snapshotId, filter) : repository.people(snapshotId);
  }

  /** The next members of a snapshot by contact id, after {@code afterContactId} (0 for the first), in order. */
  @Transactional
  public List<Long> members(long snapshotId, long afterContactId, int limit) {
    return repository.members(snapshotId, afterContactId, limit);
  }

  /** How many people a snapshot holds. */
  @Transactional
  public long people(long snapshotId) {
    return repository.people(snapshotId);
  }

  /** How many members of a snapshot each mission serves; people of no known mission are left out. */
  @Transactional
  public Map<String, Long> byConsulate(long snapshotId) {
    return repository.byConsulate(snapshotId);
  }

  /** The time zones in which members of a snapshot live; people of no known zone are left out. */
  @Transactional
  public List<String> zones(long snapshotId) {
    return repository.zones(snapshotId);
  }

  /** Forgets a snapshot that nobody needs any more. */
  @Transactional
  public void forget(long snapshotId) {
    repository.delete(snapshotId);
  }

  /** Some members of the audience, as ids, the newest first. @throws QueryError */
  @Transactional
  public List<Long> sample(String query, DeskScope scope, int limit) {
    return repository.sample(within(compile(query).filter(), scope), limit);
  }

  /** Some members spread evenly over the audience, as ids: the same at each call, and all of them where there are fewer. @throws QueryError */
  @Transactional
  public List<Long> spread(String query, DeskScope scope, int limit) {
    return repository.spread(within(compile(query).filter(), scope), limit);
  }

  private static ContactFilter within(ContactFilter filter, DeskScope scope) {
    return ContactFilter.within(scope).and(filter);
  }
}
