package org.enlacehub.channel.twilio;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Twilio's status words say about a message. */
public enum TwilioStatus {
  /** It lies with Twilio or on the way. */
  ON_ITS_WAY,
  DELIVERED,
  READ,
  UNDELIVERED,
  FAILED;

  private static final Map<String, TwilioStatus> WORDS = Map.ofEntries(
      entry("accepted", ON_ITS_WAY),
      entry("scheduled", ON_ITS_WAY),
      entry("queued", ON_ITS_WAY),
      entry("sending", ON_ITS_WAY),
      entry("sent", ON_ITS_WAY),
      entry("delivered", DELIVERED),
      entry("read", READ),
      entry("undelivered", UNDELIVERED),
      entry("failed", FAILED),
      entry("canceled", FAILED));

  /** The meaning of a word in any case; empty for words that no outgoing message has. */
  public static Optional<TwilioStatus> of(String word) {
    return Optional.ofNullable(WORDS.get(word.strip().toLowerCase(Locale.ROOT)));
  }
}
