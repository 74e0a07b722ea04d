package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.channel.Sender;

/** Takes messages for sending, and writes down what else was decided about a batch, in one transaction. */
@Singleton
class Claims {
  static final Duration LEASE = Duration.ofSeconds(8);
  private final SendingRepository sending;
  private final LaneRepository lanes;
  private final CountRepository counts;
  private final Prices prices;
  private final Clock clock;

  Claims(SendingRepository sending, LaneRepository lanes, CountRepository counts, Prices prices, Clock clock) {
    this.sending = sending;
    this.lanes = lanes;
    this.counts = counts;
    this.prices = prices;
    this.clock = clock;
  }

  /** @param sends what may be handed over now: they are SENDING, and that is committed */
  record Taken(List<Decision.Send> sends, List<MessageFailed> failed) {}

  /** Takes nothing when another node holds the lane by now. */
  @Transactional
  Taken take(List<Decision> decisions, Sender sender, long boot, String node) {
    var now = clock.instant();
    if (!lanes.lease(sender.id(), boot, node, now, now.plus(LEASE))) {
      return new Taken(List.of(), List.of());
    }
    var sends = decisions.stream().filter(Decision.Send.class::isInstance).map(Decision.Send.class::cast).toList();
    var mine = sending.claim(sends.stream().map(this::taking).toList(), boot, now);
    var taken = sends.stream().filter(s -> mine.contains(s.row().id())).toList();
    sending.saveBodies(taken.stream().map(s -> new SendingRepository.Body(s.row().id(), s.row().attempts() + 1, s.sealed()))
        .toList());
    var changes = new CountChanges();
    var failed = new ArrayList<MessageFailed>();
    for (var decision : decisions) {
      note(decision, changes, failed);
    }
    counts.write(changes);
    return new Taken(taken, failed);
  }

  private SendingRepository.Taking taking(Decision.Send send) {
    return new SendingRepository.Taking(send.row().id(), send.addressId(), send.segments(),
        prices.of(send.row().channel(), send.row().country(), send.segments()));
  }

  private void note(Decision decision, CountChanges changes, List<MessageFailed> failed) {
    var now = clock.instant();
    var row = decision.row();
    switch (decision) {
      case Decision.Send _ -> { }
      case Decision.Wait(_, var until, var reason) -> {
        if (sending.postpone(row.id(), until, reason)) {
          sending.keepReason(row.id(), reason, until.toString(), now);
        }
      }
      case Decision.Reroute(_, var channel, var lane, var rest, var reason, var detail) -> {
        if (sending.reroute(row.id(), channel, lane, rest, reason)) {
          sending.keepReason(row.id(), reason, detail, now);
          changes.add(row.count(MessageState.QUEUED), -1);
          changes.add(new CountKey(row.count(MessageState.QUEUED).campaignId(), channel, row.count(MessageState.QUEUED)
              .language(),
              row.count(MessageState.QUEUED).desk(), MessageState.QUEUED.name()), 1);
        }
      }
      case Decision.Hold(_, var reason, var detail) -> {
        if (sending.close(row.id(), MessageState.QUEUED, MessageState.HELD, null, reason, now)) {
          sending.keepReason(row.id(), reason, detail, now);
          changes.moved(row, MessageState.QUEUED, MessageState.HELD);
        }
      }
      case Decision.Close(_, var state, var reason, var detail) -> {
        if (sending.close(row.id(), MessageState.QUEUED, state, null, reason, now)) {
          sending.keepReason(row.id(), reason, detail, now);
          changes.moved(row, MessageState.QUEUED, state);
          failed.add(new MessageFailed(row.id(), row.contactId(), row.campaignId(), row.inquiryId(), state, reason, false));
        }
      }
    }
  }
}
