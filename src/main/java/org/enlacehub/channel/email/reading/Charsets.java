package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Bytes to text when the label cannot be trusted. What is good UTF-8 beyond ASCII is UTF-8, for hardly anything else looks like it. */
final class Charsets {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Set<String> LIE_OFTEN = Set.of("us-ascii", "ascii", "iso-8859-1", "latin1", "iso-8859-15", "windows-1252", "utf-8",
      "utf8", "default", "unknown-8bit", "binary", "x-unknown");

  private Charsets() {}

  static String decode(byte[] bytes, @Nullable String label) {
    var named = charset(label);
    boolean doubtful = named.isEmpty() || LIE_OFTEN.contains(label.strip().toLowerCase(Locale.ROOT));
    if (doubtful) {
      return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, named.filter(c -> c != StandardCharsets.UTF_8
          && c != StandardCharsets.US_ASCII && c != StandardCharsets.ISO_8859_1).orElse(WESTERN)));
    }
    return new String(bytes, named.get());
  }

  /** A header that was read a byte a letter: its raw UTF-8, if it is that. */
  static String repaired(String latin) {
    if (latin.chars().allMatch(c -> c < 128) || latin.chars().anyMatch(c -> c > 255)) {
      return latin;
    }
    return decode(latin.getBytes(StandardCharsets.ISO_8859_1), null);
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> charset(@Nullable String label) {
    if (label == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(label.strip()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
