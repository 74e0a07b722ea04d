package org.enlacehub.audience;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.platform.id.Ids;

/**
 * Lists of people from a file or a selection. Everybody sees those of the whole network and of their own desk; an officer changes those
 * of their own desk only.
 */
@Singleton
public class PeopleLists {
  private static final int MOST_SHOWN = 500;
  private static final int TRIES = 50;
  private static final String ADDED = "list.add";
  private final PeopleListRepository repository;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  PeopleLists(PeopleListRepository repository, AuditLog audit, Ids ids, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Those that the scope may see, by title. */
  @Transactional
  public List<PeopleList> visible(DeskScope scope) {
    return repository.visible(scope, MOST_SHOWN);
  }

  /** One that the scope may see. */
  @Transactional
  public Optional<PeopleList> find(String slug, DeskScope scope) {
    return repository.find(slug).filter(list -> SavedAudiences.isVisible(list.desk(), scope));
  }

  /** Any one, for the language. */
  @Transactional
  Optional<PeopleList> any(String slug) {
    return repository.find(slug);
  }

  /** Names to suggest: only those of the whole network. */
  @Transactional
  List<String> offered() {
    return repository.visible(new DeskScope.All(), MOST_SHOWN).stream().filter(list -> list.desk() == null).map(PeopleList::slug).toList();
  }

  /** Makes an empty list under a name made from the title. */
  @Transactional
  public PeopleList create(String title, Actor actor) {
    var base = Slugs.of(title);
    for (int n = 1; n <= TRIES; n++) {
      long id = ids.next();
      var slug = Slugs.numbered(base, n);
      if (repository.insert(id, slug, title, SavedAudiences.desk(actor), actor, clock.instant())) {
        audit.record(actor, "list.create", "list", id, slug);
        return repository.find(slug).orElseThrow();
      }
    }
    throw new IllegalStateException("more than " + TRIES + " lists of one name");
  }

  /** Adds people by id; empty when the list is gone or not the actor's to change. */
  @Transactional
  public Optional<PeopleList> add(String slug, Collection<Long> people, Actor actor) {
    return changed(slug, actor, ADDED, list -> repository.add(list, people));
  }

  /** Adds everybody whom a query means now and the actor may see. */
  @Transactional
  public Optional<PeopleList> add(String slug, CompiledQuery query, Actor actor) {
    var filter = ContactFilter.within(actor.scope()).and(query.filter());
    return changed(slug, actor, ADDED, list -> repository.add(list, filter));
  }

  /** Takes somebody off, by the id of theirs under which they were added or of whom they were merged into; empty as for {@link #add}. */
  @Transactional
  public Optional<PeopleList> remove(String slug, long person, Actor actor) {
    return changed(slug, actor, "list.remove", list -> repository.remove(list, person));
  }

  /** Of these ids, those that are nobody whom the scope may see. */
  @Transactional
  public Set<Long> unknown(Collection<Long> people, DeskScope scope) {
    var unknown = new LinkedHashSet<>(people);
    if (!people.isEmpty()) unknown.removeAll(repository.visible(people, scope));
    return unknown;
  }

  private Optional<PeopleList> changed(String slug, Actor actor, String act, LongConsumer change) {
    var found = repository.find(slug).filter(list -> SavedAudiences.mayChange(list.desk(), actor));
    found.ifPresent(list -> {
      change.accept(list.id());
      repository.counted(list.id(), clock.instant());
      audit.record(actor, act, "list", list.id(), slug);
    });
    return found.flatMap(_ -> repository.find(slug));
  }

  /** Forgets the list, not its people; false when it is gone, or not the actor's to change. */
  @Transactional
  public boolean delete(String slug, Actor actor) {
    var found = repository.find(slug).filter(list -> SavedAudiences.mayChange(list.desk(), actor));
    found.ifPresent(list -> {
      repository.delete(list.id());
      audit.record(actor, "list.delete", "list", list.id(), slug);
    });
    return found.isPresent();
  }
}
