package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.TimelineEntry;
import org.enlacehub.contact.TimelineSource;
import org.enlacehub.platform.i18n.Texts;

/**
 * What was sent to a person, and what became of it, on their timeline. What belongs to an inquiry is for those who may read inquiries;
 * everything else for whoever may see the person.
 */
@Singleton
class MessageTimeline implements TimelineSource {
  private static final int SHOWN = 160;
  private final Messages messages;
  private final MessageSights sights;

  MessageTimeline(Messages messages, MessageSights sights) {
    this.messages = messages;
    this.sights = sights;
  }

  @Override
  public List<TimelineEntry> entries(long contactId, Actor actor, Texts texts, int limit) {
    boolean inquiries = actor.may(Role.OFFICER, Role.ADMINISTRATOR);
    return messages.ofContact(contactId, null, limit, actor.scope()).stream()
        .filter(message -> (inquiries || message.inquiryId() == null) && sights.show(message, actor))
        .map(message -> new TimelineEntry(at(message), "message", text(message, texts),
            message.inquiryId() == null ? null : "/bandeja/" + message.inquiryId()))
        .toList();
  }

  /** When it last moved, so that it stands beside what else happened then. */
  private static Instant at(MessageView m) {
    return Stream.of(m.readAt(), m.deliveredAt(), m.failedAt(), m.sentAt()).filter(at -> at != null).findFirst().orElse(m.createdAt());
  }

  private static String text(MessageView m, Texts t) {
    return Stream.of(t.get("delivery.timeline", t.get("contact.channel." + m.channel()), t.get("delivery.state." + m.state())),
        reason(m, t), m.subject(), m.body() == null ? null : beginning(m.body()))
        .filter(line -> line != null).collect(Collectors.joining("\n"));
  }

  private static @Nullable String reason(MessageView m, Texts t) {
    var key = "delivery.reason." + m.reason();
    return t.has(key) ? t.get(key) : null;
  }

  /** In one line, for the page shows the rest where the message belongs. */
  private static String beginning(String body) {
    var line = body.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SHOWN) - 1)) + "…";
  }
}
