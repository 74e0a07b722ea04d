package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.channel.SendOutcome.Fault;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Consents;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.Recipients;

/** Writes what became of attempts, many in one transaction. */
@Singleton
class Outcomes {
  /** Before this, a carrier may not list what it has taken. */
  static final Duration FIRST_LOOK = Duration.ofSeconds(3);
  private final SendingRepository sending;
  private final CountRepository counts;
  private final FallbackRepository watch;
  private final Fallbacks fallbacks;
  private final Recipients recipients;
  private final Consents consents;
  private final Prices prices;
  private final Clock clock;

  Outcomes(SendingRepository sending, CountRepository counts, FallbackRepository watch, Fallbacks fallbacks,
      Recipients recipients,
      Consents consents, Prices prices, Clock clock) {
    this.sending = sending;
    this.counts = counts;
    this.watch = watch;
    this.fallbacks = fallbacks;
    this.recipients = recipients;
    this.consents = consents;
    this.prices = prices;
    this.clock = clock;
  }

  /** Messages that are SENDING under this claim move on; returns who must hear of it once this is committed. */
  @Transactional
  List<MessageFailed> write(List<Attempt> attempts, long claim) {
    // Microseconds, as the column keeps it: the batch is recognised by it.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var changes = new CountChanges();
    var failed = new ArrayList<MessageFailed>();
    accepted(attempts.stream().filter(a -> a.outcome() instanceof SendOutcome.Accepted).toList(), claim, now, changes);
    for (var attempt : attempts) {
      if (!(attempt.outcome() instanceof SendOutcome.Accepted)) {
        other(attempt, claim, now, changes).ifPresent(failed::add);
      }
    }
    counts.write(changes);
    return failed;
  }

  private void accepted(List<Attempt> attempts, long claim, Instant now, CountChanges changes) {
    var ids = new HashMap<Long, String>();
    attempts.forEach(a -> ids.put(a.row().id(), ((SendOutcome.Accepted) a.outcome()).providerId()));
    var moved = sending.accepted(ids, claim, now);
    var watched = new ArrayList<MessageRow>();
    for (var attempt : attempts) {
      var row = attempt.row();
      if (moved.contains(row.id())) {
        var segments = attempt.send().segments();
        changes.moved(row, MessageState.SENDING, MessageState.SENT, segments == null ? 0 : segments,
            prices.of(row.channel(), row.country(), segments));
        if (row.fallbackSeconds() != null && !row.nextChannels().isEmpty()) {
          watched.add(row);
        }
      }
    }
    watch.watch(watched, now);
  }

  private Optional<MessageFailed> other(Attempt attempt, long claim, Instant now, CountChanges changes) {
    var row = attempt.row();
    return switch (attempt.outcome()) {
      case null -> {
        sending.backToQueue(row.id(), claim, row.dueAt(), null, false);
        yield Optional.empty();
      }
      case SendOutcome.Accepted _ -> throw new IllegalStateException("written with the others");
      case SendOutcome.OurFault(var code) -> {
        // The next look is for the lane to say; this message only waits a little so that another one tries first.
        sending.backToQueue(row.id(), claim, now.plusSeconds(5), code, false);
        keep(attempt, "OUR_FAULT", code, now);
        yield Optional.empty();
      }
      case SendOutcome.TryLater(var code, var after, _) -> {
        keep(attempt, "TRY_LATER", code, now);
        var next = RetryPolicy.next(now, attempt.number(), after);
        if (next.isPresent()) {
          sending.backToQueue(row.id(), claim, next.get(), code, true);
          yield Optional.empty();
        }
        yield end(row, MessageState.FAILED, code, Reasons.GAVE_UP, now, changes);
      }
      case SendOutcome.Uncertain(var why) -> {
        keep(attempt, "UNCERTAIN", why, now);
        if (sending.uncertain(row.id(), claim, now.plus(FIRST_LOOK), why)) {
          sending.keepReason(row.id(), Reasons.UNCERTAIN, why, now);
        }
        yield Optional.empty();
      }
      case SendOutcome.Refused(var code, var kind) -> {
        if (kind == Fault.ADDRESS && attempt.send().addressId() != null) {
          markAddress(attempt, code);
        }
        yield end(row, MessageState.FAILED, code, Reasons.REFUSED, now, changes);
      }
      case SendOutcome.OptedOut(var code) -> {
        consents.stop(attempt.send().addressKind(), attempt.send().outgoing().to(), Set.of(row.channel()),
            Origin.person("carrier"), null);
        yield end(row, MessageState.SUPPRESSED, code, Reasons.OPTED_OUT, now, changes);
      }
    };
  }

  private Optional<MessageFailed> end(MessageRow row, MessageState state, String code, String reason, Instant now,
      CountChanges changes) {
    if (!sending.close(row.id(), MessageState.SENDING, state, code, reason, now)) {
      return Optional.empty();
    }
    changes.moved(row, MessageState.SENDING, state);
    boolean fallback = fallbacks.next(row, reason, code);
    return Optional.of(new MessageFailed(row.id(), row.contactId(), row.campaignId(), row.inquiryId(), state, code, fallback));
  }

  private void markAddress(Attempt attempt, String code) {
    if (attempt.row().channel() == Channel.WHATSAPP) {
      recipients.markWhatsapp(attempt.send().addressId(), false);
    } else {
      recipients.markInvalid(attempt.send().addressId(), attempt.row().channel() == Channel.EMAIL ? "bounced"
          : code.equals("21614") || code.equals("21635") ? "landline" : "not_a_number");
    }
  }

  private void keep(Attempt attempt, String outcome, @Nullable String code, Instant now) {
    sending.keepAttempt(attempt.row().id(), attempt.number(), attempt.row().lane(), outcome, code, null, attempt.started(), now);
  }
}
