package org.enlacehub.sandbox.twilio;

import java.util.ArrayList;
import java.util.List;

/** The states that a message passes through, with the time between them. */
final class Itinerary {
  private Itinerary() {}

  /** A state, so long after the one before it. */
  record Step(Status status, int errorCode, int afterMs) {}

  static List<Step> of(BookedMessage message, Effect effect, Faults.State times) {
    var steps = new ArrayList<Step>(4);
    steps.add(new Step(Status.QUEUED, 0, Math.min(20, times.sentAfterMs())));
    switch (effect) {
      case Effect.Stay(var status) when status == Status.QUEUED -> { }
      case Effect.Stay(_) -> steps.add(new Step(Status.SENT, 0, times.sentAfterMs()));
      case Effect.End(var status, var code) when status == Status.FAILED ->
          steps.add(new Step(status, code, times.sentAfterMs()));
      case Effect.End(var status, var code) -> {
        steps.add(new Step(Status.SENT, 0, times.sentAfterMs()));
        steps.add(new Step(status, code, times.deliveredAfterMs()));
      }
      default -> {
        steps.add(new Step(Status.SENT, 0, times.sentAfterMs()));
        steps.add(new Step(Status.DELIVERED, 0, effect instanceof Effect.Late ? times.lateMs() : times.deliveredAfterMs()));
        if (Address.isWhatsApp(message.to()) && times.readAfterMs() >= 0) {
          steps.add(new Step(Status.READ, 0, times.readAfterMs()));
        }
      }
    }
    return steps;
  }
}
