package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.enlacehub.channel.email.reading.MailReader;
import org.enlacehub.channel.email.reading.ReceivedMail;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactIntake;
import org.enlacehub.contact.Emails;
import org.enlacehub.inbound.mail.MailSorter.Sorted;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.triage.Triage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes stored mails to where they belong. Each step can be repeated: a node that dies in the middle leaves nothing half done. */
@Singleton
class Mails {
  private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
  private static final int TOGETHER = 200;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
  private static final int DOUBLINGS = 9;
  private final MailRepository mails;
  private final MailStore store;
  private final MailSorter sorter;
  private final MailReports reports;
  private final MailArrivals arrivals;
  private final OfficerMails officers;
  private final ContactIntake intake;
  private final Triage triage;
  private final ObjectMapper json;
  private final Clock clock;

  Mails(MailRepository mails, MailStore store, MailSorter sorter, MailReports reports, MailArrivals arrivals, OfficerMails officers,
      ContactIntake intake, Triage triage, ObjectMapper json, Clock clock) {
    this.mails = mails;
    this.store = store;
    this.sorter = sorter;
    this.reports = reports;
    this.arrivals = arrivals;
    this.officers = officers;
    this.intake = intake;
    this.triage = triage;
    this.json = json;
    this.clock = clock;
  }

  /** Sorts and hands on what waits; returns how many were tried. */
  int sweep() {
    int tried = 0;
    for (var due = mails.waiting(clock.instant(), TOGETHER); !due.isEmpty(); due = mails.waiting(clock.instant(), TOGETHER)) {
      due.forEach(this::handle);
      tried += due.size();
    }
    return tried;
  }

  private void handle(long id) {
    try {
      var row = mails.find(id);
      if (row.isPresent() && row.get().state().equals("NEW")) {
        sort(id, row.get().kind());
      } else if (row.isPresent() && row.get().state().equals("GIVEN")) {
        // A node died between giving it to its person and handing it on.
        store.sealer(row.get().contactId()).ifPresentOrElse(sealer -> handOn(id, row.get().kind(), read(id, sealer), row.get().receivedAt()),
            () -> mails.done(id));
      }
    } catch (RuntimeException e) {
      int attempts = mails.attempts(id);
      var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
      mails.failed(id, clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
      LOG.error("Mail {} could not be sorted (attempt {}); it is kept and tried again", id, attempts + 1, e);
    }
  }

  /** @param decided what a person said that it is; null when nobody did */
  private void sort(long id, @Nullable MailKind decided) {
    var mail = read(id, store.sealer(null).orElseThrow());
    var sorted = decided == null ? sorter.sort(mail) : Sorted.of(decided, OptionalLong.empty());
    if (sorted.kind().personal() && !(sorted.kind() == MailKind.UNSUBSCRIBE && reports.unsubscribe(sorted.aboutMessage()))) {
      give(id, mail, sorted).ifPresent(received -> handOn(id, sorted.kind(), mail, received));
    } else if (sorted.kind() == MailKind.OFFICER) {
      takeOfficers(id, mail, sorted);
    } else {
      var contact = reports.take(id, mail, sorted);
      setAside(id, mail, sorted, contact);
    }
  }

  /** Answered and noted in one transaction, so that no answer goes out twice. */
  @Transactional
  void takeOfficers(long id, ReceivedMail mail, Sorted sorted) {
    if (mails.claim(id).isPresent()) {
      var contact = officers.take(sorted.aboutMessage(), mail);
      setAside(id, mail, sorted, contact.isPresent() ? (Long) contact.getAsLong() : null);
    }
  }

  /** From now on it is its writer's. Returns when it came; empty when another thread or node is at it. */
  @Transactional
  Optional<Instant> give(long id, ReceivedMail mail, Sorted sorted) {
    var claimed = mails.claim(id);
    if (claimed.isEmpty()) {
      return Optional.empty();
    }
    var row = claimed.get();
    var address = Emails.normalise(mail.from().address()).orElseThrow();
    var language = triage.assess(MailSorter.words(mail, sorted.kind())).language();
    var writer = intake.findOrCreate(AddressKind.EMAIL, address, row.receivedAt(),
        new ContactIntake.Hints(Channel.EMAIL, mail.from().name(), language.equals("und") ? null : language));
    reports.exists(address);
    var sealer = store.sealer(writer.contactId()).orElseThrow();
    store.giveTo(id, sealer);
    mails.given(id, sorted.kind(), writer.contactId(), sorted.aboutMessage(), head(id, mail, sealer));
    return Optional.of(row.receivedAt());
  }

  /** It goes to no desk; what is about a person's message is sealed with that person's key. */
  @Transactional
  void setAside(long id, ReceivedMail mail, Sorted sorted, @Nullable Long contactId) {
    if (mails.claim(id).isEmpty()) {
      return;
    }
    var person = contactId == null ? null : store.sealer(contactId).orElse(null);
    if (person != null) {
      store.giveTo(id, person);
    }
    mails.sorted(id, sorted.kind(), person == null ? null : contactId, sorted.aboutMessage(),
        head(id, mail, person == null ? store.sealer(null).orElseThrow() : person));
  }

  private void handOn(long id, MailKind kind, ReceivedMail mail, Instant received) {
    arrivals.take(id, kind, mail, sorter.writtenTo(mail), received);
    mails.done(id);
  }

  private ReceivedMail read(long id, Sealer sealer) {
    try {
      return MailReader.read(store.open(id, sealer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] head(long id, ReceivedMail mail, Sealer sealer) {
    try {
      return sealer.sealBytes(MailHead.COLUMN, id, json.writeValueAsBytes(MailHead.of(mail)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
