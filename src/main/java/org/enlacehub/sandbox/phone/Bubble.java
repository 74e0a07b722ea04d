package org.enlacehub.sandbox.phone;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * One message as the phone shows it.
 *
 * @param mine written by the migrant; otherwise it came from the hub
 * @param day the day as a heading when it is another than that of the message before; null otherwise
 * @param time of day, on the migrant's clock
 * @param state the carrier's word for where it is: queued, sent, delivered, read, undelivered, failed, received
 * @param ticks 0 to 2 of WhatsApp's ticks
 * @param trouble why it did not come through, in the reader's language; null when all is well
 * @param pin a position as "latitude,longitude"; null for none
 * @param subject of a mail; null otherwise
 * @param frame address of a mail's HTML; null when it has none
 */
public record Bubble(String id, boolean mine, @Nullable String day, String time, String author, String text,
    List<Attachment> attachments, String state, int ticks, @Nullable String trouble, @Nullable String pin,
    @Nullable String subject, @Nullable String frame) {

  /** A picture, a sound or a file. */
  public record Attachment(String url, String kind, String name) {}

  public boolean isRead() {
    return state.equals("read");
  }
}
