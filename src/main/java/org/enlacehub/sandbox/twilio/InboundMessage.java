package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.sandbox.SandboxCarriers;

/**
 * What a migrant sends.
 *
 * @param from telephone number in E.164 form
 * @param whatsapp by WhatsApp; otherwise by SMS
 * @param body the text; may be empty with a picture, a sound or a pin
 * @param profileName the name that WhatsApp shows; null for none
 * @param media pictures and sounds on the shelf
 * @param latitude of a location pin; null for none
 * @param longitude of a location pin; null for none
 */
public record InboundMessage(String from, boolean whatsapp, String body, @Nullable String profileName,
    List<MediaShelf.Item> media, @Nullable Double latitude, @Nullable Double longitude) {

  /** A plain text. */
  public static InboundMessage text(String from, boolean whatsapp, String body) {
    return new InboundMessage(from, whatsapp, body, null, List.of(), null, null);
  }

  String sender() {
    return (whatsapp ? Address.WHATSAPP : "") + from;
  }

  String recipient() {
    return whatsapp ? Address.WHATSAPP + SandboxCarriers.WHATSAPP_FROM : SandboxCarriers.SMS_FROM;
  }

  /** WhatsApp's kind of message, as in the field MessageType. */
  String type() {
    if (latitude != null) {
      return "location";
    }
    if (media.isEmpty()) {
      return "text";
    }
    var type = media.getFirst().type();
    return type.startsWith("audio/") ? "audio" : type.startsWith("image/") ? "image"
        : type.startsWith("video/") ? "video" : "document";
  }
}
