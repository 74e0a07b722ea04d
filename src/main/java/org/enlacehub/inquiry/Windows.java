package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.enlacehub.delivery.WhatsAppWindow;

/** WhatsApp's rule: free-form messages only within 24 hours of the person's last one. Source: Twilio, WhatsApp messaging limits. */
@Singleton
public class Windows implements WhatsAppWindow {
  public static final Duration LENGTH = Duration.ofHours(24);
  private final ConversationRepository conversations;

  Windows(ConversationRepository conversations) {
    this.conversations = conversations;
  }

  @Override
  public Set<Long> open(Collection<Long> contactIds, Instant now) {
    return contactIds.isEmpty() ? Set.of() : conversations.wroteByWhatsappSince(contactIds, now.minus(LENGTH));
  }

  /** When the person's window closes; null when they never wrote by WhatsApp. */
  public @Nullable Instant closes(long contactId) {
    var heard = conversations.whatsappHeard(contactId);
    return heard == null || heard.equals(Instant.EPOCH) ? null : heard.plus(LENGTH);
  }
}
