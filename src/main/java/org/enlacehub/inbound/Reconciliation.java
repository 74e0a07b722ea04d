package org.enlacehub.inbound;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;
import org.enlacehub.channel.twilio.TwilioLookup;
import org.enlacehub.channel.twilio.TwilioLookup.Found;
import org.enlacehub.contact.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in what the carrier took while we or the database were away: for every number of ours the carrier's list is read from where it
 * was read last, in order, and what is missing is stored with the carrier's time. Progress is kept after each stretch, so that an outage
 * of days is made up step by step.
 */
@Singleton
class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  /** A message that just came is on its way to us; the webhook tells more of it than the list does. */
  private static final Duration SETTLED = Duration.ofSeconds(45);
  /** The list may show a message late, and its clock is not ours. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);
  private static final Duration STRETCH = Duration.ofMinutes(15);
  /** Longer between two comparisons than a job that runs every minute ever takes: we were away. */
  private static final Duration OUTAGE = Duration.ofMinutes(5);
  private static final String EVERY_NUMBER = "*";
  private final ArrivalRepository arrivals;
  private final Inbox inbox;
  private final MissedReceipts receipts;
  private final TwilioLookup lookup;
  private final Senders senders;
  private final Clock clock;

  Reconciliation(ArrivalRepository arrivals, Inbox inbox, MissedReceipts receipts, TwilioLookup lookup, Senders senders, Clock clock) {
    this.arrivals = arrivals;
    this.inbox = inbox;
    this.receipts = receipts;
    this.lookup = lookup;
    this.senders = senders;
    this.clock = clock;
  }

  /** A number of ours, or {@link #EVERY_NUMBER} behind a Messaging Service, which does not tell its numbers. */
  private record Line(Channel channel, String ours) {
    private static Line of(Sender sender) {
      return new Line(sender.channel(), sender.isService() ? EVERY_NUMBER : sender.from());
    }

    @Nullable String number() {
      return ours.equals(EVERY_NUMBER) ? null : ours;
    }
  }

  /** Compares once; returns how many messages were missing. */
  int run() {
    return senders.all().stream().filter(sender -> sender.channel() != Channel.EMAIL).map(Line::of).distinct().mapToInt(this::compare).sum();
  }

  private int compare(Line line) {
    var until = clock.instant().minus(SETTLED);
    // What came before the product first ran is not ours to answer.
    var since = arrivals.watermark(line.channel().name(), line.ours()).orElse(until);
    if (since.plus(OUTAGE).isBefore(until) && !askAfterReceipts(line, since, clock.instant())) {
      return 0;
    }
    int missing = 0;
    do {
      var end = since.plus(STRETCH).isBefore(until) ? since.plus(STRETCH) : until;
      var listed = listed(line, since.minus(OVERLAP), end);
      if (listed.isEmpty()) {
        return missing;
      }
      int added = inbox.takeMissing(Inbox.TWILIO, listed.get());
      if (added > 0) {
        LOG.warn("{} messages by {} had not reached us; they were found in the carrier's list", added, line.channel());
      }
      missing += added;
      arrivals.moveWatermark(line.channel().name(), line.ours(), end);
      since = end;
    } while (since.isBefore(until));
    return missing;
  }

  private boolean askAfterReceipts(Line line, Instant since, Instant until) {
    return senders.all().stream().filter(sender -> Line.of(sender).equals(line)).allMatch(sender -> receipts.ask(sender, since, until));
  }

  /** Empty when the carrier's list could not be read: this stretch is read again the next time. */
  private Optional<List<Arrival>> listed(Line line, Instant since, Instant until) {
    var found = lookup.findReceived(line.channel(), line.number(), since, until);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var known = arrivals.known(Inbox.TWILIO, found.get().stream().map(Found::sid).toList());
    var missing = new ArrayList<Arrival>();
    for (var one : found.get()) {
      if (!known.contains(one.sid())) {
        var media = one.media() == 0 ? Optional.of(List.<TwilioLookup.FoundMedia>of()) : lookup.findMedia(one.sid());
        if (media.isEmpty()) {
          return Optional.empty();
        }
        missing.add(arrival(line.channel(), one, media.get()));
      }
    }
    return Optional.of(missing);
  }

  private Arrival arrival(Channel channel, Found found, List<TwilioLookup.FoundMedia> media) {
    return new Arrival(found.sid(), channel, TwilioForm.bare(found.from()), TwilioForm.bare(found.to()),
        TwilioForm.cut(found.body() == null ? "" : found.body().strip()), null, null, null, null,
        media.stream().map(m -> new Arrival.Media(m.url(), m.type(), null)).toList(), null,
        found.created() == null ? clock.instant() : found.created());
  }
}
