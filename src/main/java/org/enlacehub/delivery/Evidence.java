package org.enlacehub.delivery;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;
import org.enlacehub.channel.twilio.TwilioLookup;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles messages of which nobody can tell whether they left: after a crash, a lost answer, a carrier's own error. The
 * carrier's list decides: a message that it holds was sent; one that it does not hold, asked twice and late enough, never left
 * and is queued again.
 * A receipt that comes first decides too, and costs nothing. Mail has no list: each sender says whether to send again or to ask.
 */
@Singleton
public class Evidence {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
  private static final int TOGETHER = 400;
  private static final int CALLS_AT_ONCE = 8;
  private static final Duration NO_CALL_LASTS = Duration.ofMinutes(3);
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(4);
  private static final Duration LIST_AWAY = Duration.ofSeconds(15);
  private final MessageRepository messages;
  private final ContentRepository bodies;
  private final ContentStore contents;
  private final ContactKeys keys;
  private final Vault vault;
  private final TwilioLookup lookup;
  private final Senders senders;
  private final NodePresence node;
  private final EvidenceWriter writer;
  private final Receipts receipts;
  private final Clock clock;
  private final Duration grace;

  /** @param grace how long after its claim a message that the carrier does not list counts as never sent */
  Evidence(MessageRepository messages, ContentRepository bodies, ContentStore contents, ContactKeys keys, Vault vault,
      TwilioLookup lookup,
      Senders senders, NodePresence node, EvidenceWriter writer, Receipts receipts, Clock clock,
      @Property(name = "enlace.delivery.evidence-grace", defaultValue = "PT20S") Duration grace) {
    this.messages = messages;
    this.bodies = bodies;
    this.contents = contents;
    this.keys = keys;
    this.vault = vault;
    this.lookup = lookup;
    this.senders = senders;
    this.node = node;
    this.writer = writer;
    this.receipts = receipts;
    this.clock = clock;
    this.grace = grace;
  }

  /** Looks once at everything that is uncertain now; returns how many it looked at. */
  public int settle() {
    node.boot();
    int looked = 0;
    for (var sender : senders.all()) {
      var now = clock.instant();
      var rows = messages.uncertain(sender.id(), node.living(), now, now.minus(NO_CALL_LASTS), TOGETHER);
      if (rows.isEmpty()) {
        continue;
      }
      LOG.info("Lane {}: {} messages of which it is not known whether they left", sender.id(), rows.size());
      if (sender.channel() == Channel.EMAIL) {
        rows.forEach(row -> writer.mail(row, sender));
      } else {
        ask(sender, rows);
      }
      looked += rows.size();
    }
    return looked;
  }

  private void ask(Sender sender, List<MessageRow> rows) {
    var sent = sentTexts(rows);
    // Two messages to one person must not both claim the same find: one person after the other, each in order.
    var byPerson = rows.stream().collect(Collectors.groupingBy(row -> row.contactId() == null ? -row.id() : row.contactId()));
    var calls = new Semaphore(CALLS_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      byPerson.values().forEach(own -> threads.submit(() -> {
        calls.acquireUninterruptibly();
        try {
          var taken = new HashSet<String>();
          own.forEach(row -> settle(row, sender, Optional.ofNullable(sent.get(row.id())), taken));
        } catch (RuntimeException e) {
          LOG.warn("Message {}: its outcome could not be settled now ({})", own.getFirst().id(), e.getClass().getSimpleName());
        } finally {
          calls.release();
        }
      }));
    }
  }

  private void settle(MessageRow row, Sender sender, Optional<ContentStore.SentText> sent, Set<String> taken) {
    var now = clock.instant();
    if (sent.isEmpty()) {
      // Erased meanwhile: there is nobody to send it to again, and nothing to compare.
      writer.gone(row);
      return;
    }
    if (row.providerId() != null) {
      receipts.apply(new Receipt(row.id(), row.providerId(), "sent", null, now));
      return;
    }
    var since = Objects.requireNonNullElse(row.claimedAt(), row.createdAt()).minus(CLOCKS_DIFFER);
    var list = lookup.findSent(sender, sent.get().to(), since);
    if (list.isEmpty()) {
      writer.lookAgain(row, now.plus(LIST_AWAY));
      return;
    }
    var others = messages.known(row, list.get().stream().map(TwilioLookup.Found::sid).toList());
    var match = list.get().stream().filter(f -> !others.contains(f.sid()) && !taken.contains(f.sid()))
        .filter(f -> sameText(f, sent.get().body(), sender)).findFirst();
    if (match.isPresent()) {
      taken.add(match.get().sid());
      writer.found(row, match.get().sid());
      receipts.apply(new Receipt(row.id(), match.get().sid(), match.get().status().isBlank() ? "sent" : match.get().status(),
          match.get().errorCode(), now));
    } else {
      nothing(row, now);
    }
  }

  private void nothing(MessageRow row, Instant now) {
    var claimed = Objects.requireNonNullElse(row.claimedAt(), row.createdAt());
    boolean lookedBefore = row.claim() != null && row.claim() == SendingRepository.NOBODY;
    if (lookedBefore && !claimed.plus(grace).isAfter(now)) {
      writer.neverLeft(row);
    } else {
      var earliest = claimed.plus(grace);
      var again = now.plus(BETWEEN_LOOKS);
      writer.lookAgain(row, earliest.isAfter(again) ? earliest : again);
    }
  }

  /**
   * An approved WhatsApp template comes back as its own text, so that only time and number can tell; a free text must be
   * equal.
   */
  private static boolean sameText(TwilioLookup.Found found, String body, Sender sender) {
    return sender.channel() == Channel.WHATSAPP || found.body() == null || found.body().isEmpty() || found.body().strip()
        .endsWith(body.strip());
  }

  private Map<Long, ContentStore.SentText> sentTexts(Collection<MessageRow> rows) {
    var sealed = bodies.bodies(rows.stream().map(MessageRow::id).toList());
    var sealers = keys.sealers(rows.stream().map(MessageRow::contactId).filter(Objects::nonNull).collect(Collectors.toSet()));
    return rows.stream().filter(row -> sealed.containsKey(row.id())).filter(row -> row.contactId() == null
        || sealers.containsKey(row.contactId()))
        .collect(Collectors.toMap(MessageRow::id, row -> {
          Sealer sealer = row.contactId() == null ? vault.system() : sealers.get(row.contactId());
          return contents.openText(sealer, row.id(), sealed.get(row.id()));
        }));
  }
}
