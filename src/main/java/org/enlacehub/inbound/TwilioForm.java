package org.enlacehub.inbound;

import io.micronaut.core.annotation.Nullable;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.contact.Channel;

/** The form that Twilio posts for a message, read field by field; nothing in it is trusted but its signature. */
final class TwilioForm {
  private static final int MOST_FIELDS = 200;
  private static final int MOST_MEDIA = 10;
  /** Twilio's own limit of a body; longer ones are cut. */
  private static final int LONGEST_TEXT = 10_000;
  private static final String WHATSAPP = "whatsapp:";
  private final Map<String, List<String>> fields;

  private TwilioForm(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** @param body the raw body; null for none */
  static TwilioForm read(byte @Nullable [] body) {
    if (body == null) {
      return new TwilioForm(Map.of());
    }
    try {
      return new TwilioForm(new QueryStringDecoder(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS, true).parameters());
    } catch (IllegalArgumentException e) {
      // What cannot be decoded is no form.
      return new TwilioForm(Map.of());
    }
  }

  Map<String, List<String>> fields() {
    return fields;
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(fields.get(name)).map(List::getFirst).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** The message; empty when the form lacks an id or a sender and so is none. */
  Optional<Arrival> arrival(Instant now) {
    var sid = get("MessageSid").or(() -> get("SmsMessageSid")).or(() -> get("SmsSid"));
    var from = get("From");
    if (sid.isEmpty() || from.isEmpty() || sid.get().length() > 64 || !sid.get().matches("[A-Za-z0-9]+")) {
      return Optional.empty();
    }
    boolean whatsapp = from.get().startsWith(WHATSAPP);
    return Optional.of(new Arrival(sid.get(), whatsapp ? Channel.WHATSAPP : Channel.SMS, bare(from.get()), bare(get("To").orElse("")),
        cut(text()), get("ProfileName").orElse(null), degrees("Latitude", 90), degrees("Longitude", 180), get("OptOutType").orElse(null),
        media(), get("OriginalRepliedMessageSid").orElse(null), now));
  }

  /** What was written; of a button or a list what was chosen; of a pin what the place is called. */
  private String text() {
    return get("Body").or(() -> get("ButtonText")).or(() -> get("ListTitle")).or(() -> get("ButtonPayload"))
        .orElseGet(() -> Stream.of(get("Label"), get("Address")).flatMap(Optional::stream).distinct().collect(Collectors.joining(", ")));
  }

  /** Never within a character. */
  static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text
        : text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT);
  }

  private List<Arrival.Media> media() {
    int count = get("NumMedia").filter(n -> n.matches("\\d{1,3}")).map(Integer::parseInt).orElse(0);
    var all = new ArrayList<Arrival.Media>();
    for (int i = 0; i < Math.min(count, MOST_MEDIA); i++) {
      var type = get("MediaContentType" + i).orElse("application/octet-stream");
      get("MediaUrl" + i).ifPresent(url -> all.add(new Arrival.Media(url, type, null)));
    }
    return all;
  }

  private @Nullable Double degrees(String name, double most) {
    try {
      return get(name).map(Double::valueOf).filter(d -> Math.abs(d) <= most).orElse(null);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Without the prefix that tells the channel. */
  static String bare(String address) {
    return address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
  }
}
