package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.enlacehub.sandbox.SandboxSettings;

/**
 * What the carrier has accepted, in the order of arrival. Bounded: the oldest messages go first, their texts earlier still.
 * Safe for many threads. Those who want to know of changes add a listener, which must be quick.
 */
@Singleton
public final class CarrierBook {
  private final int capacity;
  private final int textsKept;
  private final Clock clock;
  private final BookJournal journal;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<BookedMessage>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, BookedMessage> byPerson = new HashMap<>();
  private final Map<String, String> senders = new HashMap<>();
  private long edition = new SecureRandom().nextLong();
  private BookedMessage[] ring = new BookedMessage[1024];
  private long first;
  private long next;

  @Inject
  CarrierBook(SandboxSettings settings, BookJournal journal, Clock clock) {
    this(settings.bookSize(), settings.textsKept(), journal, clock);
  }

  CarrierBook(int capacity, int textsKept, BookJournal journal, Clock clock) {
    this.capacity = capacity;
    this.textsKept = textsKept;
    this.journal = journal;
    this.clock = clock;
    journal.open(this::restore);
  }

  BookedMessage append(Draft draft, Status status) {
    BookedMessage message;
    lock.lock();
    try {
      message = place(draft, status, clock.millis(), System.nanoTime());
    } finally {
      lock.unlock();
    }
    journal.added(message, edition);
    tell(message);
    return message;
  }

  /** Moves a message on and tells the listeners; false when it already stood there. */
  boolean advance(BookedMessage message, Status status, int errorCode) {
    boolean moved = message.advance(status, errorCode, clock.millis());
    if (moved) {
      journal.moved(message);
      tell(message);
    }
    return moved;
  }

  /** The message with this identifier, while the book remembers it. */
  public Optional<BookedMessage> find(String sid) {
    lock.lock();
    try {
      return Optional.ofNullable(at(Sids.number(sid))).filter(message -> message.sid().equals(sid));
    } finally {
      lock.unlock();
    }
  }

  /** Newest first, older than the given number in the book; {@link Long#MAX_VALUE} begins at the newest. */
  List<BookedMessage> newestFirst(BookQuery query, long before, int limit) {
    var found = new ArrayList<BookedMessage>(Math.min(limit, 1000));
    lock.lock();
    try {
      var person = query.personAmong(senders.keySet());
      if (person != null) {
        for (var message = byPerson.get(person); message != null && found.size() < limit; message = at(message.previous())) {
          take(message, before, query, found);
        }
        return found;
      }
      for (long number = Math.min(before, next) - 1; number >= first && found.size() < limit; number--) {
        take(at(number), before, query, found);
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /** All that went to and came from a migrant's address, oldest first, the latest {@code limit} of it. */
  public List<BookedMessage> conversation(String person, int limit) {
    var found = new ArrayList<BookedMessage>();
    lock.lock();
    try {
      for (var message = byPerson.get(person); message != null && found.size() < limit; message = at(message.previous())) {
        found.add(message);
      }
    } finally {
      lock.unlock();
    }
    return found.reversed();
  }

  /** Migrants' addresses with traffic, the most recent first; looks back a bounded way. */
  public Set<String> recentPersons(int limit) {
    var persons = new LinkedHashSet<String>();
    lock.lock();
    try {
      long end = Math.max(first, next - 50_000);
      for (long number = next - 1; number >= end && persons.size() < limit; number--) {
        persons.add(at(number).person());
      }
    } finally {
      lock.unlock();
    }
    return persons;
  }

  /** Visits messages in the order of arrival, from a place on, until the visitor says false. Holds up others only in steps. */
  void forEach(long from, Predicate<BookedMessage> visitor) {
    long number = from;
    while (true) {
      var some = slice(number, 10_000);
      if (some.isEmpty() || !some.stream().allMatch(visitor)) {
        return;
      }
      number = some.getLast().number() + 1;
    }
  }

  private List<BookedMessage> slice(long from, int limit) {
    var some = new ArrayList<BookedMessage>();
    lock.lock();
    try {
      for (long number = Math.max(from, first); number < next && some.size() < limit; number++) {
        some.add(at(number));
      }
    } finally {
      lock.unlock();
    }
    return some;
  }

  /** Messages that ever arrived, those forgotten included. */
  public long arrived() {
    lock.lock();
    try {
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets everything. */
  void clear() {
    lock.lock();
    try {
      ring = new BookedMessage[1024];
      byPerson.clear();
      first = next;
    } finally {
      lock.unlock();
    }
  }

  /** Adds one who is told of each new message and each change of state. */
  public void onChange(Consumer<BookedMessage> listener) {
    listeners.add(listener);
  }

  public void removeListener(Consumer<BookedMessage> listener) {
    listeners.remove(listener);
  }

  private void tell(BookedMessage message) {
    listeners.forEach(listener -> listener.accept(message));
  }

  private static void take(BookedMessage message, long before, BookQuery query, List<BookedMessage> found) {
    if (message.number() < before && query.matches(message)) {
      found.add(message);
    }
  }

  private @Nullable BookedMessage at(long number) {
    return number < first || number >= next ? null : ring[(int) (number % ring.length)];
  }

  private BookedMessage place(Draft draft, Status status, long millis, long nanos) {
    var ours = senders.computeIfAbsent(draft.inbound() ? draft.to() : draft.from(), sender -> sender);
    var latest = byPerson.get(draft.inbound() ? draft.from() : draft.to());
    var person = latest == null ? draft.inbound() ? draft.from() : draft.to() : latest.person();
    // One copy of each address for all its messages: this is what keeps a million of them small.
    var shared = draft.inbound() ? new Draft(true, person, ours, draft.details())
        : new Draft(false, ours, person, draft.details());
    var message = new BookedMessage(next++, edition, latest == null ? -1 : latest.number(), shared, status, millis, nanos);
    if (next - first > capacity) {
      forgetOldest();
    } else if (next - first > ring.length) {
      grow();
    }
    ring[(int) (message.number() % ring.length)] = message;
    byPerson.put(message.person(), message);
    var old = at(message.number() - textsKept);
    if (old != null) {
      old.forgetDetails();
    }
    return message;
  }

  /** Takes over a line that an earlier run wrote. */
  private void restore(Map<String, Object> line) {
    long number = ((Number) line.get("n")).longValue();
    long millis = ((Number) line.get("at")).longValue();
    if (line.get("moved") instanceof String moved) {
      var message = at(number);
      if (message != null) {
        message.advance(Status.valueOf(moved), ((Number) line.get("code")).intValue(), millis);
      }
      return;
    }
    edition = ((Number) line.get("edition")).longValue();
    if (next == 0) {
      next = number;
      first = number;
    }
    // Two threads may have written their lines the other way round: a gap is filled in the order of the file.
    place(BookJournal.draft(line), Status.valueOf((String) line.get("status")), millis,
        System.nanoTime() - (clock.millis() - millis) * 1_000_000);
  }

  private void forgetOldest() {
    var oldest = at(first);
    first++;
    byPerson.remove(oldest.person(), oldest);
  }

  private void grow() {
    var larger = new BookedMessage[Math.min(capacity, ring.length * 2)];
    for (long number = first; number < next - 1; number++) {
      larger[(int) (number % larger.length)] = ring[(int) (number % ring.length)];
    }
    ring = larger;
  }
}
