package org.enlacehub.sandbox.twilio;

import io.micronaut.context.annotation.Context;

/** After a restart with a folder: those who said STOP are still out, sessions still open, messages go on where they were. */
@Context
final class Recovery {
  Recovery(CarrierBook book, OptOuts optOuts, Sessions sessions, Journeys journeys) {
    book.forEach(0, message -> {
      if (message.inbound()) {
        optOuts.hear(message.from(), message.to(), message.details().body());
        sessions.heard(message.from(), message.to(), message.arrived());
      } else if (!message.status().isFinal() && !(message.status() == Status.DELIVERED && !Address.isWhatsApp(message.to()))) {
        journeys.start(message, NumberBehaviour.of(message.to()));
      }
      return true;
    });
  }
}
