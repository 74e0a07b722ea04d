package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.enlacehub.contact.TrailRepository.ConsentStep;
import org.enlacehub.platform.crypto.Sealer;

/** Keeps what changed between two states of consent as events with their evidence, and has people asked to confirm what needs it. */
@Singleton
class ConsentTrail {
  private final TrailRepository trail;
  private final ConfirmationRepository confirmations;

  ConsentTrail(TrailRepository trail, ConfirmationRepository confirmations) {
    this.trail = trail;
    this.confirmations = confirmations;
  }

  /** Consent of an address before and after. */
  record Turn(Address address, ConsentState before, ConsentState after, Sealer sealer) {
    private int claimed() {
      return after.unconfirmed() & ~before.unconfirmed();
    }
  }

  void record(List<Turn> turns, Origin origin, @Nullable String words, Instant now) {
    var steps = new ArrayList<ConsentStep>();
    for (var turn : turns) {
      add(steps, turn, ConsentAction.GRANTED, turn.after().granted() & ~turn.before().granted(), origin, words, now);
      add(steps, turn, ConsentAction.CLAIMED, turn.claimed(), origin, words, now);
      add(steps, turn, ConsentAction.WITHDRAWN, turn.after().withdrawn() & ~turn.before().withdrawn(), origin, words, now);
    }
    trail.addConsents(steps);
    confirmations.queue(turns.stream().filter(turn -> turn.claimed() != 0).map(turn -> turn.address().id()).toList(), now);
  }

  private static void add(List<ConsentStep> steps, Turn turn, ConsentAction action, int bits, Origin origin, @Nullable String words,
      Instant now) {
    if (bits == 0) return;
    var purposes = EnumSet.noneOf(Purpose.class);
    var channels = EnumSet.noneOf(Channel.class);
    for (var channel : Channel.values()) {
      for (var purpose : Purpose.values()) {
        if ((bits & ConsentState.bit(channel, purpose)) != 0) {
          purposes.add(purpose);
          channels.add(channel);
        }
      }
    }
    // Channels whose purposes differ are told apart, so that an event never claims more than happened.
    if (ConsentState.bits(channels, purposes) == bits) {
      steps.add(step(turn, action, channels, purposes, origin, words, now));
      return;
    }
    for (var channel : channels) {
      var its = EnumSet.copyOf(purposes);
      its.removeIf(purpose -> (bits & ConsentState.bit(channel, purpose)) == 0);
      steps.add(step(turn, action, EnumSet.of(channel), its, origin, words, now));
    }
  }

  private static ConsentStep step(Turn turn, ConsentAction action, EnumSet<Channel> channels, EnumSet<Purpose> purposes, Origin origin,
      @Nullable String words, Instant now) {
    return new ConsentStep(turn.address().contactId(), turn.address().id(), now, action,
        channels.stream().map(Channel::code).collect(Collectors.joining(" ")),
        purposes.stream().map(Purpose::code).collect(Collectors.joining(" ")), origin, words, turn.sealer());
  }
}
