package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.enlacehub.contact.Channel;

/**
 * A message of a person, stored already, on its way to a desk.
 *
 * @param arrivalId the stored message; a second reception of the same one changes nothing
 * @param phone the sender's number in E.164; null for mail and for WhatsApp ids without a number
 * @param text words; empty for a picture or a pin
 * @param latitude of a location pin, degrees; null without one
 * @param attachments what came along: content type and address at the carrier, one text each
 * @param at when it was written, as the carrier tells
 */
public record Incoming(long arrivalId, long contactId, long addressId, Channel channel, @Nullable String phone, String text,
    @Nullable Double latitude, @Nullable Double longitude, List<String> attachments, Instant at) {

  @Override
  public String toString() {
    return "arrival " + arrivalId;
  }
}
