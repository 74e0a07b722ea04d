package org.enlacehub.inbound;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.twilio.TwilioLookup;
import org.enlacehub.delivery.Messages;
import org.enlacehub.delivery.Receipt;
import org.enlacehub.delivery.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receipts that came while we were away are not brought again: the carrier's list tells how those messages stand. */
@Singleton
class MissedReceipts {
  private static final Logger LOG = LoggerFactory.getLogger(MissedReceipts.class);
  /** Messages that left before the outage may have been delivered in it. */
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final int MOST = 100_000;
  private final Messages messages;
  private final Receipts receipts;
  private final TwilioLookup lookup;
  private final Clock clock;

  MissedReceipts(Messages messages, Receipts receipts, TwilioLookup lookup, Clock clock) {
    this.messages = messages;
    this.receipts = receipts;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** Asks after what a sender sent around an outage; false when the list could not be read. */
  boolean ask(Sender sender, Instant since, Instant until) {
    var from = since.minus(BEFORE);
    var awaiting = messages.awaitingReceipts(sender.id(), from, until, MOST);
    if (awaiting.isEmpty()) {
      return true;
    }
    var listed = lookup.findSent(sender, from, until);
    listed.ifPresent(all -> {
      long applied = all.stream().filter(one -> awaiting.containsKey(one.sid())).map(one -> receipts.apply(
          new Receipt(awaiting.get(one.sid()), one.sid(), one.status(), one.errorCode(), clock.instant())))
          .filter(Receipt.Effect.APPLIED::equals).count();
      LOG.info("After an outage {} of {} messages of {} were told on by the carrier's list", applied, awaiting.size(), sender.id());
    });
    return listed.isPresent();
  }
}
