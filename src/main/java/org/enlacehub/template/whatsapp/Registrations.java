package org.enlacehub.template.whatsapp;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.template.ContentDraft;
import org.enlacehub.template.Rendered;

/** What is known of WhatsApp texts in the carrier's account, and the wish to have more of them there. */
@Singleton
public class Registrations {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private final RegistrationRepository repository;
  private final Transactions transactions;
  private final AuditLog audit;
  private final Schedules schedules;
  private final Clock clock;
  private volatile Read read = new Read(Map.of(), Instant.MIN);

  Registrations(RegistrationRepository repository, Transactions transactions, AuditLog audit, Schedules schedules, Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.audit = audit;
    this.schedules = schedules;
    this.clock = clock;
  }

  /** The table as it was at an instant: every message that may need a template asks for it. */
  private record Read(Map<Key, Registration> rows, Instant at) {}

  /** By which a text is found: its draft's name, and the language. */
  private record Key(String name, String language) {}

  /** What is known of a text, at most some seconds ago; empty when nobody has asked for it and the account has none. */
  public Optional<Registration> find(@Nullable String name, String language) {
    return name == null ? Optional.empty() : Optional.ofNullable(rows().get(new Key(name, language)));
  }

  /** Id of the approved template that says the same as a text: the one that its author named, else one that was registered. */
  public Optional<String> approved(Rendered text) {
    return Optional.ofNullable(text.contentSid()).or(() -> find(text.contentName(), text.language())
        .filter(registration -> registration.state() == ContentState.APPROVED).map(Registration::sid));
  }

  /** False for what is approved or on its way. */
  public boolean mayBeAsked(ContentDraft draft) {
    return find(draft.name(), draft.language()).map(r -> r.state().mayBeAsked()).orElse(true);
  }

  /** Wants these texts registered and approved; the carrier is called soon after. Asking twice is asking once. */
  public void ask(Collection<ContentDraft> drafts, Actor actor) {
    transactions.write(() -> {
      repository.save(drafts.stream().map(draft -> Registration.asked(draft, clock.instant())).toList());
      audit.record(actor, "template.register", "template", 0,
          drafts.stream().map(draft -> draft.name() + " " + draft.language()).collect(Collectors.joining(", ")));
      return drafts.size();
    });
    forget();
    schedules.trigger(RegistrationJobs.SYNC);
  }

  /** The next to ask sees the table as it is. */
  void forget() {
    read = new Read(Map.of(), Instant.MIN);
  }

  private Map<Key, Registration> rows() {
    var known = read;
    var now = clock.instant();
    if (known.at.isBefore(now.minus(FRESH)) || known.at.isAfter(now)) {
      var rows = new HashMap<Key, Registration>();
      repository.all().forEach(row -> rows.put(new Key(row.name(), row.language()), row));
      known = new Read(rows, now);
      read = known;
    }
    return known.rows;
  }
}
