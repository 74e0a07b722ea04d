package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.enlacehub.delivery.MessageState;
import org.enlacehub.delivery.Outbox;

/**
 * Looks after answers of which nobody told the end: the event that one failed may be lost with its node, and the person would wait for
 * ever. Those that arrived are looked at no more.
 */
@Singleton
class LostFailures {
  private static final int AT_ONCE = 500;
  /** The event itself comes within seconds. */
  private static final Duration SETTLED = Duration.ofMinutes(2);
  /** No carrier tries for longer. */
  private static final Duration OLDEST = Duration.ofDays(7);
  private static final Set<MessageState> FAILED = EnumSet.of(MessageState.FAILED, MessageState.UNDELIVERED, MessageState.EXPIRED, MessageState.SUPPRESSED);
  private static final Set<MessageState> ARRIVED = EnumSet.of(MessageState.DELIVERED, MessageState.READ);
  private final BeforeAnswerRepository before;
  private final Answers answers;
  private final Outbox outbox;
  private final Clock clock;

  LostFailures(BeforeAnswerRepository before, Answers answers, Outbox outbox, Clock clock) {
    this.before = before;
    this.answers = answers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Each in a transaction of its own; repeatable. */
  void run() {
    var now = clock.instant();
    BeforeAnswerRepository.Unsettled last = null;
    for (var some = before.unsettled(now.minus(OLDEST), now.minus(SETTLED), null, AT_ONCE); !some.isEmpty();
        some = before.unsettled(now.minus(OLDEST), now.minus(SETTLED), last, AT_ONCE)) {
      var states = outbox.statuses(some.stream().map(BeforeAnswerRepository.Unsettled::messageId).toList());
      some.stream().filter(one -> FAILED.contains(states.get(one.messageId()))).forEach(one -> answers.failed(one.messageId()));
      before.settle(some.stream().map(BeforeAnswerRepository.Unsettled::messageId).filter(id -> ARRIVED.contains(states.get(id))).toList());
      last = some.getLast();
    }
  }
}
