package org.enlacehub.inbound;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.enlacehub.contact.Channel;

/**
 * A message as a carrier brought it.
 *
 * @param carrierId the carrier's id, unique for ever
 * @param from E.164, a WhatsApp id without a number, or a mail address; without the carrier's prefixes
 * @param ours the number or address of ours to which it was sent
 * @param profileName what the sender calls themselves; null when unknown
 * @param optOut {@code STOP}, {@code START} or {@code HELP} when the carrier dealt with the keyword itself; null otherwise
 * @param media what came along
 * @param quotes the carrier's id of the message that the sender answers; null for none
 * @param at when the carrier took it
 */
@Serdeable
public record Arrival(String carrierId, Channel channel, String from, String ours, String text, @Nullable String profileName,
    @Nullable Double latitude, @Nullable Double longitude, @Nullable String optOut, List<Media> media, @Nullable String quotes,
    Instant at) {

  /** What says whether two arrivals of one carrier id are the same: what the carrier's list has of a message too. */
  String substance() {
    return channel + "\n" + from + "\n" + ours + "\n" + text;
  }

  /** A picture, recording or document, still with the carrier. @param name as the sender calls it; null where the carrier tells none */
  @Serdeable
  public record Media(String url, String contentType, @Nullable String name) {}

  @Override
  public String toString() {
    return "arrival " + carrierId;
  }
}
