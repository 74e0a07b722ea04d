package org.enlacehub.contact.bulk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.bulk.BulkAct.Kind;
import org.enlacehub.contact.bulk.BulkAct.Result;
import org.enlacehub.contact.bulk.BulkAct.State;
import org.enlacehub.platform.database.Transactions;

/** Does an act for everybody who was chosen. What was done of a step and its results are committed together, so it can stop anywhere. */
@Singleton
class BulkRun {
  private static final int STEP = 200;
  private final BulkRepository repository;
  private final Contacts contacts;
  private final Erasure erasure;
  private final Staffs staffs;
  private final Transactions transactions;
  private final Clock clock;

  BulkRun(BulkRepository repository, Contacts contacts, Erasure erasure, Staffs staffs, Transactions transactions, Clock clock) {
    this.repository = repository;
    this.contacts = contacts;
    this.erasure = erasure;
    this.staffs = staffs;
    this.transactions = transactions;
    this.clock = clock;
  }

  void work(long id) {
    var act = repository.find(id).filter(a -> a.state() == State.RUNNING).orElse(null);
    if (act == null) return;
    var actor = actor(act);
    for (var step = repository.waiting(id, STEP); !step.isEmpty(); step = repository.waiting(id, STEP)) {
      var now = step;
      transactions.write(() -> settled(act, results(act, now, actor)));
    }
    repository.finish(id, clock.instant());
  }

  private int settled(BulkAct act, Map<Result, Set<Long>> results) {
    results.forEach((result, people) -> repository.settle(act.id(), people, result));
    return results.values().stream().mapToInt(Set::size).sum();
  }

  /** Who chose it, with the rights of today: whoever lost them since does nothing any more. */
  private Actor actor(BulkAct act) {
    if (act.staffId() == 0) return Actor.system("bulk");
    return staffs.find(act.staffId()).filter(Staff::active).map(Staff::actor).filter(a -> BulkActs.may(a, act.kind()))
        .orElseGet(() -> new Actor(act.staffId(), "", Set.of(), null));
  }

  private Map<Result, Set<Long>> results(BulkAct act, List<Long> step, Actor actor) {
    var origin = Origin.staff(actor, "bulk:" + act.id());
    var gone = new HashSet<>(step);
    return switch (act.kind()) {
      case TAG, UNTAG -> {
        var told = contacts.tag(step, act.argument(), act.kind() == Kind.TAG, origin);
        gone.removeAll(told.changed());
        gone.removeAll(told.unchanged());
        yield Map.of(Result.DONE, told.changed(), Result.UNCHANGED, told.unchanged(), Result.GONE, gone);
      }
      case ERASE -> {
        var erased = new HashSet<Long>();
        step.forEach(contact -> {
          if (erasure.erase(contact, origin)) erased.add(contact);
        });
        gone.removeAll(erased);
        yield Map.of(Result.DONE, erased, Result.GONE, gone);
      }
      case EXPORT -> {
        var there = new HashSet<Long>();
        contacts.findAll(step).forEach((contact, found) -> {
          if (found.id() == contact && actor.scope().covers(found.consulate())) there.add(contact);
        });
        gone.removeAll(there);
        yield Map.of(Result.DONE, there, Result.GONE, gone);
      }
    };
  }
}
