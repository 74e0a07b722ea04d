package org.enlacehub.channel;

import io.micronaut.core.annotation.Nullable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A message ready to be handed to a carrier. It holds personal data: it is never logged and prints only its id.
 *
 * @param messageId our id; the carrier's receipts carry it back
 * @param to E.164 number, without {@code whatsapp:}, or mail address
 * @param body the text; of a mail the plain-text part
 * @param subject of a mail
 * @param html HTML part of a mail; null for text only
 * @param contentSid approved WhatsApp template, which then stands for {@code body}
 * @param contentVariables values for the approved template
 * @param mediaUrl a picture or a recording to send along; null for none
 * @param statusCallback where receipts go; null for mail
 * @param validity how long the carrier may try; null for the carrier's own time
 * @param mail what only a mail has; null for the others
 */
public record Outgoing(long messageId, String to, String body, @Nullable String subject, @Nullable String html,
    @Nullable String contentSid, Map<String, String> contentVariables, @Nullable URI mediaUrl, @Nullable URI statusCallback,
    @Nullable Duration validity, @Nullable MailParts mail) {

  /**
   * What only a mail has.
   *
   * @param messageIdHeader our {@code Message-ID} with its angle brackets, the same for every attempt
   * @param inReplyTo {@code Message-ID} of the mail that is answered
   * @param references message ids of the conversation, the oldest first; empty for none
   * @param replyTo where answers go when not to the sender
   * @param envelopeFrom where reports go when not to the sender
   * @param unsubscribe address for one-click unsubscription (RFC 8058); null for mail that was asked for
   * @param automatic nobody wrote it by hand: says so, so that no other machine answers (RFC 3834)
   * @param listId names the list in bulk mail; null for a single message
   * @param feedbackId by which mailbox providers report how a campaign is received; null for a single message
   */
  public record MailParts(String messageIdHeader, @Nullable String inReplyTo, List<String> references, @Nullable String replyTo,
      @Nullable String envelopeFrom, @Nullable URI unsubscribe, boolean automatic, @Nullable String listId, @Nullable String feedbackId) {
    public MailParts {
      references = List.copyOf(references);
    }

    @Override
    public String toString() {
      return "MailParts";
    }
  }

  public Outgoing {
    contentVariables = Map.copyOf(contentVariables);
  }

  /** An SMS or a free-form WhatsApp message. */
  public static Outgoing text(long messageId, String to, String body, @Nullable URI statusCallback) {
    return new Outgoing(messageId, to, body, null, null, null, Map.of(), null, statusCallback, null, null);
  }

  @Override
  public String toString() {
    return "Outgoing[" + messageId + "]";
  }
}
