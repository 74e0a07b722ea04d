package org.enlacehub.audience;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.DeskScope;
import org.enlacehub.platform.id.Ids;

/**
 * Audiences that are kept under a name. Everybody sees those of the whole network and of their own desk; an officer changes those of
 * their own desk only.
 */
@Singleton
public class SavedAudiences {
  /** Nobody finds their way among more. */
  public static final int MOST_SHOWN = 500;
  private static final int TRIES = 50;
  private final SavedAudienceRepository repository;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  SavedAudiences(SavedAudienceRepository repository, AuditLog audit, Ids ids, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What came of a change. */
  public sealed interface Change {
    record Saved(SavedAudience now) implements Change {}

    /** Somebody else changed it meanwhile; nothing was written. */
    record Conflict(SavedAudience now) implements Change {}

    /** It is gone, or not the actor's to change. */
    record Missing() implements Change {}
  }

  /** Those that the scope may see, by title. */
  @Transactional
  public List<SavedAudience> visible(DeskScope scope) {
    return repository.visible(scope, MOST_SHOWN);
  }

  /** One that the scope may see. */
  @Transactional
  public Optional<SavedAudience> find(String slug, DeskScope scope) {
    return repository.find(slug).filter(audience -> isVisible(audience.desk(), scope));
  }

  /** Any one, for the language, which narrows it to what the reader may see. */
  @Transactional
  Optional<SavedAudience> any(String slug) {
    return repository.find(slug);
  }

  /** Names to suggest: only those of the whole network. */
  @Transactional
  List<String> offered() {
    return repository.visible(new DeskScope.All(), MOST_SHOWN).stream().filter(audience -> audience.desk() == null)
        .map(SavedAudience::slug).toList();
  }

  /** Keeps a query under a name made from the title; the query is the caller's to check. */
  @Transactional
  public SavedAudience create(String title, String query, Actor actor) {
    var base = Slugs.of(title);
    for (int n = 1; n <= TRIES; n++) {
      var audience = new SavedAudience(ids.next(), Slugs.numbered(base, n), title, query, desk(actor), actor.staffId(), actor.name(), 1,
          clock.instant());
      if (repository.insert(audience, clock.instant())) {
        audit.record(actor, "audience.create", "audience", audience.id(), audience.slug());
        return audience;
      }
    }
    throw new IllegalStateException("more than " + TRIES + " audiences of one name");
  }

  /** Changes title and query when nobody did since {@code version}. */
  @Transactional
  public Change change(String slug, int version, String title, String query, Actor actor) {
    var found = repository.find(slug).filter(audience -> mayChange(audience.desk(), actor));
    if (found.isEmpty()) return new Change.Missing();
    long id = found.get().id();
    boolean written = repository.update(id, version, title, query, clock.instant());
    if (written) audit.record(actor, "audience.change", "audience", id, slug);
    return repository.find(slug).<Change>map(now -> written ? new Change.Saved(now) : new Change.Conflict(now))
        .orElseGet(Change.Missing::new);
  }

  /** Forgets it; false when it is gone, or not the actor's to change. Campaigns that name it stop with an error. */
  @Transactional
  public boolean delete(String slug, Actor actor) {
    var found = repository.find(slug).filter(audience -> mayChange(audience.desk(), actor));
    found.ifPresent(audience -> {
      repository.delete(audience.id());
      audit.record(actor, "audience.delete", "audience", audience.id(), slug);
    });
    return found.isPresent();
  }

  /** The desk for which an actor makes something: their own, or none for those who see all. */
  static @Nullable String desk(Actor actor) {
    return actor.scope() instanceof DeskScope.Only(var desk) ? desk : null;
  }

  static boolean isVisible(@Nullable String desk, DeskScope scope) {
    return !(scope instanceof DeskScope.None) && (desk == null || scope.covers(desk));
  }

  /** Whether an actor may keep anything: an officer without a desk may not. */
  public static boolean mayCreate(Actor actor) {
    return !(actor.scope() instanceof DeskScope.None);
  }

  /** Whether an actor may change what belongs to a desk, or (null) to the whole network. */
  public static boolean mayChange(@Nullable String desk, Actor actor) {
    return switch (actor.scope()) {
      case DeskScope.All() -> true;
      case DeskScope.Only(var own) -> own.equals(desk);
      case DeskScope.None() -> false;
    };
  }
}
