package org.enlacehub.inbound.mail;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.ApplicationShutdownEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.enlacehub.channel.email.imap.ImapMailbox;
import org.enlacehub.channel.email.imap.MailboxAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox, mail by mail in the order of their numbers, and waits for more. A mail is stored, with how far the mailbox was read,
 * before it is marked; nothing is ever deleted. A lost line is made anew; a mail that the server does not give out is noted and passed
 * over.
 */
@Singleton
class MailboxTurn implements ApplicationEventListener<ApplicationShutdownEvent>, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxTurn.class);
  private static final int MARKED_TOGETHER = 50;
  private static final int TRIES = 4;
  /** What is kept of a mail that is too large: its words are at its beginning. */
  private static final long BEGINNING = 2L * 1024 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(25);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private final Optional<ImapMailbox> mailbox;
  private final String name;
  private final MailboxRepository mailboxes;
  private final MailStore store;
  private final Mails mails;
  private final Clock clock;
  private final long largest;
  private final Map<Long, Integer> refused = new HashMap<>();
  /** Stored and not yet marked as seen, by the numbers that hold under {@link #toMarkValidity}. */
  private final List<Long> toMark = new ArrayList<>();
  private long toMarkValidity;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean ending;

  /** @param largest bytes of the largest mail that is kept whole */
  MailboxTurn(Optional<OurMailbox> ours, MailboxRepository mailboxes, MailStore store, Mails mails, Clock clock,
      @Property(name = "enlace.mail.largest", defaultValue = "52428800") long largest) {
    this.mailbox = ours.map(OurMailbox::mailbox);
    this.name = ours.map(OurMailbox::name).orElse("");
    this.mailboxes = mailboxes;
    this.store = store;
    this.mails = mails;
    this.clock = clock;
    this.largest = largest;
  }

  /** Reads and waits until the time is over; returns how many mails were stored. One thread at a time; a second one returns at once. */
  int run(Duration time) {
    if (mailbox.isEmpty() || !turn.tryLock()) {
      return 0;
    }
    try {
      return run(mailbox.get(), clock.instant().plus(time));
    } finally {
      turn.unlock();
    }
  }

  private int run(ImapMailbox open, Instant end) {
    int stored = 0;
    String trouble = null;
    while (!over(end)) {
      try {
        stored += readAll(open, end);
        mails.sweep();
        note(null);
        trouble = null;
        var left = Duration.between(clock.instant(), end);
        if (!over(end)) {
          open.await(left.compareTo(IDLE) < 0 ? left : IDLE);
        }
      } catch (IOException e) {
        var code = e instanceof MailboxAway ? e.getMessage() : "interrupted";
        if (!code.equals(trouble)) {
          LOG.warn("The mailbox cannot be read now ({}); it is tried again", code);
        }
        trouble = code;
        note(code);
        pause();
      }
    }
    return stored;
  }

  private int readAll(ImapMailbox open, Instant end) throws IOException {
    long validity = open.uidValidity();
    var position = mailboxes.find(name).filter(p -> p.uidValidity() == validity);
    int stored = 0;
    if (validity != toMarkValidity) {
      toMark.clear();
      toMarkValidity = validity;
    }
    for (long uid : open.after(position.map(MailboxRepository.Position::readUntil).orElse(0L))) {
      if (over(end)) {
        break;
      }
      store(open, new MailStore.Place(name, validity, uid));
      stored++;
      toMark.add(uid);
      if (toMark.size() == MARKED_TOGETHER) {
        mark(open);
        mails.sweep();
      }
    }
    mark(open);
    return stored;
  }

  private void store(ImapMailbox open, MailStore.Place place) throws IOException {
    try {
      boolean there = open.read(place.uid(), (raw, size) -> store.store(place, raw, size > largest ? BEGINNING : largest));
      if (!there) {
        mailboxes.moved(place.mailbox(), place.uidValidity(), place.uid(), clock.instant());
      }
      refused.remove(place.uid());
    } catch (IOException e) {
      open.close();
      if (refused.merge(place.uid(), 1, Integer::sum) >= TRIES) {
        LOG.error("The server does not give out mail {} of the mailbox; it is left there and noted", place.uid());
        store.unreadable(place);
        refused.remove(place.uid());
        return;
      }
      throw e;
    }
  }

  /** What a lost line kept from being marked stays in the list for the next line. */
  private void mark(ImapMailbox open) throws MailboxAway {
    if (!toMark.isEmpty()) {
      open.markSeen(toMark.stream().mapToLong(Long::longValue).toArray());
      toMark.clear();
    }
  }

  private void note(@Nullable String error) {
    mailboxes.looked(name, error, clock.instant());
  }

  private boolean over(Instant end) {
    return ending || Thread.currentThread().isInterrupted() || !clock.instant().isBefore(end);
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Before the scheduler waits for its jobs. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(ApplicationShutdownEvent event) {
    ending = true;
    mailbox.ifPresent(ImapMailbox::wake);
  }
}
