package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.enlacehub.contact.Channel;
import org.enlacehub.triage.Verdict;

/**
 * A message of a person, stored already and judged, on its way to a desk.
 *
 * @param arrivalId the stored message; a second reception of the same one changes nothing
 * @param phone the sender's number in E.164; null for mail and for WhatsApp ids without a number
 * @param text words; empty for a picture or a pin
 * @param latitude of a location pin, degrees; null without one
 * @param attachments what came along
 * @param answers the message of ours that the person quoted; null when they quoted none
 * @param verdict what triage says of the words
 * @param at when it was written, as the carrier tells
 */
public record Incoming(long arrivalId, long contactId, long addressId, Channel channel, @Nullable String phone, String text,
    @Nullable Double latitude, @Nullable Double longitude, List<Attached> attachments, @Nullable Long answers, Verdict verdict,
    Instant at) {

  /**
   * A picture, recording or document.
   *
   * @param name as the sender calls it; null for none
   * @param type content type as the carrier calls it; not to be believed
   * @param source where it lies at the carrier; null when {@code content} is here
   * @param content null while it lies at the carrier
   */
  public record Attached(@Nullable String name, String type, @Nullable String source, byte @Nullable [] content) {

    public static Attached atCarrier(@Nullable String name, String source, String type) {
      return new Attached(name, type, source, null);
    }

    public static Attached here(@Nullable String name, String type, byte[] content) {
      return new Attached(name, type, null, content);
    }

    @Override
    public String toString() {
      return "attachment";
    }
  }

  public Incoming {
    attachments = List.copyOf(attachments);
  }

  @Override
  public String toString() {
    return "arrival " + arrivalId;
  }
}
