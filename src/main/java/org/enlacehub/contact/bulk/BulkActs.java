package org.enlacehub.contact.bulk;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Role;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.contact.bulk.BulkAct.Kind;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** Acts for many contacts: first chosen, so that the number can be told, then confirmed, then done in the background. */
@Singleton
public class BulkActs implements StandingJobs {
  static final String ID = "bulk";
  /** How long an act, and the list of whom it was for, is kept. */
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration SWEEP = Duration.ofMinutes(1);
  private final BulkRepository repository;
  private final AuditLog audit;
  private final Schedules schedules;
  private final Ids ids;
  private final Clock clock;

  BulkActs(BulkRepository repository, AuditLog audit, Schedules schedules, Ids ids, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.schedules = schedules;
    this.ids = ids;
    this.clock = clock;
  }

  /** Exporting and erasing is for communication officers and administrators; tagging for everybody, within their desk. */
  public static boolean may(Actor actor, Kind kind) {
    return switch (kind) {
      case TAG, UNTAG -> true;
      case EXPORT, ERASE -> actor.staffId() == 0 || actor.may(Role.COMMUNICATION, Role.ADMINISTRATOR);
    };
  }

  /** Chooses everybody within the actor's desk whom the condition means; nothing is done to them before {@link #confirm}. */
  public BulkAct choose(Kind kind, ContactFilter filter, Actor actor) {
    if (!may(actor, kind)) throw new IllegalArgumentException("the actor may not " + kind);
    long id = ids.next();
    repository.choose(id, kind, actor.staffId(), ContactFilter.within(actor.scope()).and(filter), clock.instant());
    return repository.find(id).orElseThrow();
  }

  /** The condition that means exactly these contacts. */
  public static ContactFilter these(Collection<Long> contacts) {
    return contacts.isEmpty() ? new ContactFilter("1 = 0", List.of())
        : new ContactFilter("c.id IN (" + Statements.marks(contacts.size()) + ")", new ArrayList<>(contacts));
  }

  /** An act of the actor's own; others' are not there. */
  public Optional<BulkAct> find(long id, Actor actor) {
    return repository.find(id).filter(act -> act.staffId() == actor.staffId() && may(actor, act.kind()));
  }

  /** Does it, in the background. Repeating it changes nothing. @param argument the tag, for TAG and UNTAG */
  public void confirm(BulkAct act, @Nullable String argument, Actor actor) {
    if (!repository.confirm(act.id(), argument)) return;
    audit.record(actor, "contact.bulk." + act.kind().name().toLowerCase(java.util.Locale.ROOT), "contact-bulk", act.id(),
        act.people() + " people");
    begin(act.id());
  }

  private void begin(long id) {
    schedules.at("contact:bulk:" + id, BulkJob.class, clock.instant(), Map.of(ID, Long.toString(id)));
  }

  @Override
  public void register(Schedules all) {
    all.every("contact:bulk-sweep", BulkSweepJob.class, SWEEP);
  }

  /** Takes up what a dead node left, and forgets what is old. */
  void sweep() {
    repository.running().forEach(this::begin);
    for (var id : repository.begunBefore(clock.instant().minus(KEPT))) {
      for (boolean left = true; left; ) left = !repository.forget(id);
    }
  }
}
