package org.enlacehub.contact;

import java.util.Locale;
import java.util.Optional;

/** A way to reach a person. */
public enum Channel {
  SMS, WHATSAPP, EMAIL;

  /** As it is written in files, queries and the API: {@code sms}, {@code whatsapp}, {@code email}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the code in any case; empty when it is none. */
  public static Optional<Channel> parse(String code) {
    for (var channel : values()) if (channel.name().equalsIgnoreCase(code)) return Optional.of(channel);
    return Optional.empty();
  }
}
