package org.enlacehub.inbound;

import io.micronaut.serde.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.enlacehub.platform.crypto.BlindIndex;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what carriers bring, once, and hands it on right afterwards; what could not be handed on is tried again by a job. */
@Singleton
public class Inbox {
  static final String TWILIO = "twilio";
  static final String PAYLOAD = "arrival.payload";
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final int AT_ONCE = 4;
  /** Arrivals of different senders in one transaction. */
  private static final int TOGETHER = 25;
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_OF_ONE = 20;
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);
  private static final int DOUBLINGS = 8;
  /** How long something of nobody is kept for whoever looks into it. */
  private static final Duration ASIDE = Duration.ofDays(30);
  private final ArrivalRepository arrivals;
  private final ArrivalWriter writer;
  private final HandOn handOn;
  private final Vault vault;
  private final BlindIndex index;
  private final ObjectMapper json;
  private final Ids ids;
  private final Clock clock;
  private final BySender work = new BySender(AT_ONCE, TOGETHER, MOST_WAITING, MOST_OF_ONE, this::handle);

  Inbox(ArrivalRepository arrivals, ArrivalWriter writer, HandOn handOn, Vault vault, BlindIndex index, ObjectMapper json, Ids ids, Clock clock) {
    this.arrivals = arrivals;
    this.writer = writer;
    this.handOn = handOn;
    this.vault = vault;
    this.index = index;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of an arrival. */
  public enum Taken {
    /** It is new and committed. */
    NEW,
    /** The carrier brought it before. */
    AGAIN,
    /** The carrier brought another message under this id before: the first one stands, this one is kept beside it for inspection. */
    CONTRADICTS
  }

  /** Returns when the message is committed. */
  public Taken take(String carrier, Arrival arrival) {
    byte[] fingerprint = index.of("arrival", arrival.substance());
    if (insert(carrier, arrival.carrierId(), arrival, fingerprint)) {
      return Taken.NEW;
    }
    if (arrivals.says(carrier, arrival.carrierId(), fingerprint)) {
      return Taken.AGAIN;
    }
    long id = ids.next();
    var other = arrival.carrierId() + "#" + Base64.getUrlEncoder().withoutPadding().encodeToString(fingerprint);
    if (arrivals.insertAside(row(id, carrier, other, arrival, fingerprint), "other-words")) {
      LOG.warn("A carrier brought other words under an id that it had used before; they are kept as arrival {}", id);
    }
    return Taken.CONTRADICTS;
  }

  /** Stores those of a carrier's list that it never brought, in the list's order; returns how many. */
  int takeMissing(String carrier, List<Arrival> listed) {
    return (int) listed.stream()
        .filter(arrival -> insert(carrier, arrival.carrierId(), arrival, index.of("arrival", arrival.substance()))).count();
  }

  /** Hands on what waits and is due, a few of each sender; for the job, and for tests. Returns how many there was room for. */
  int sweep() {
    return (int) arrivals.waiting(clock.instant(), MOST_OF_ONE, MOST_WAITING).stream()
        .filter(one -> work.offer(one.sender(), one.id())).count();
  }

  /** True while nothing is being handed on by this node. */
  boolean idle() {
    return work.idle();
  }

  /** Forgets what was nobody's and is old. */
  void tidy() {
    arrivals.forgetAside(clock.instant().minus(ASIDE));
  }

  private boolean insert(String carrier, String carrierId, Arrival arrival, byte[] fingerprint) {
    long id = ids.next();
    var row = row(id, carrier, carrierId, arrival, fingerprint);
    boolean added = writer.write(row);
    if (added) {
      // In a surge the job takes them up: nothing is lost by leaving it where it is.
      work.offer(row.senderKey(), id);
    }
    return added;
  }

  private ArrivalRepository.Row row(long id, String carrier, String carrierId, Arrival arrival, byte[] fingerprint) {
    return new ArrivalRepository.Row(id, carrier, carrierId, index.of("sender", arrival.channel() + " " + arrival.from()), fingerprint,
        seal(id, arrival), clock.instant());
  }

  private void handle(List<Long> ids) {
    try {
      handOn.handle(ids, this::open);
    } catch (RuntimeException e) {
      if (ids.size() == 1) {
        postpone(ids.getFirst(), e);
      } else {
        // One of them does not go, and must not hold up the others.
        ids.forEach(id -> handle(List.of(id)));
      }
    }
  }

  private void postpone(long id, RuntimeException why) {
    try {
      int attempts = arrivals.attempts(id);
      var pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
      LOG.error("Arrival {} could not be handed on (attempt {}); it is kept and tried again", id, attempts + 1, why);
      arrivals.failed(id, clock.instant().plus(pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause));
    } catch (RuntimeException e) {
      LOG.error("Arrival {} could not be handed on, and the database is away; it is tried again", id, e);
    }
  }

  private byte[] seal(long id, Arrival arrival) {
    try {
      return vault.system().sealBytes(PAYLOAD, id, json.writeValueAsBytes(arrival));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Arrival open(long id, byte[] payload) {
    try {
      return json.readValue(vault.system().openBytes(PAYLOAD, id, payload), Arrival.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    work.close();
  }
}
