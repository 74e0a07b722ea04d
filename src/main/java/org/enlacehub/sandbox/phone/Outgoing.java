package org.enlacehub.sandbox.phone;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.enlacehub.sandbox.mail.MigrantMail;
import org.enlacehub.sandbox.twilio.Inbound;
import org.enlacehub.sandbox.twilio.InboundMessage;
import org.enlacehub.sandbox.twilio.MediaShelf;

/** Sends what the person at the page writes, as the migrant. */
@Singleton
final class Outgoing {
  /** Largest picture or sound. */
  static final int MOST_BYTES = 5_000_000;

  private static final int LONGEST_TEXT = 4096;

  private final Inbound inbound;
  private final MediaShelf shelf;
  private final MigrantMail mail;
  private final Conversations conversations;
  private final PhoneEvents events;
  private final Traces traces;

  Outgoing(Inbound inbound, MediaShelf shelf, MigrantMail mail, Conversations conversations, PhoneEvents events, Traces traces) {
    this.inbound = inbound;
    this.shelf = shelf;
    this.mail = mail;
    this.conversations = conversations;
    this.events = events;
    this.traces = traces;
  }

  /** A picture or sound as it was uploaded. */
  record Upload(String type, byte[] content) {}

  /** What was wrong, as a key of the texts; empty when it was sent. */
  Optional<String> text(Migrant migrant, Tab tab, @Nullable String body, @Nullable Upload upload) {
    var text = body == null ? "" : body.strip();
    if (text.isEmpty() && upload == null) {
      return Optional.of("sandbox.problem.empty");
    }
    if (text.length() > LONGEST_TEXT) {
      return Optional.of("sandbox.problem.long");
    }
    if (upload != null && upload.content().length > MOST_BYTES) {
      return Optional.of("sandbox.problem.large");
    }
    if (upload != null && !upload.type().matches("(image|audio|video)/[\\w.+-]+|application/pdf")) {
      return Optional.of("sandbox.problem.type");
    }
    var media = upload == null ? List.<MediaShelf.Item>of() : List.of(shelf.put(upload.type(), upload.content()));
    deliver(new InboundMessage(migrant.number(), tab == Tab.WHATSAPP, text, name(migrant), media, null, null));
    return Optional.empty();
  }

  Optional<String> pin(Migrant migrant, double latitude, double longitude) {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      return Optional.of("sandbox.problem.pin");
    }
    deliver(new InboundMessage(migrant.number(), true, "", name(migrant), List.of(), latitude, longitude));
    return Optional.empty();
  }

  Optional<String> mail(Migrant migrant, @Nullable String subject, @Nullable String body, boolean answer) {
    if (body == null || body.isBlank()) {
      return Optional.of("sandbox.problem.empty");
    }
    try {
      mail.send(new MigrantMail.Letter(migrant.mail(), name(migrant), null, subject == null ? "" : subject.strip(), body,
          answer ? conversations.latestMail(migrant) : null));
    } catch (IllegalArgumentException e) {
      return Optional.of("sandbox.problem.mail");
    }
    events.tell(migrant.mail());
    return Optional.empty();
  }

  private void deliver(InboundMessage message) {
    traces.note(inbound.deliver(message));
    events.tell(message.from());
  }

  private static @Nullable String name(Migrant migrant) {
    return migrant.name().isEmpty() ? null : migrant.name();
  }
}
