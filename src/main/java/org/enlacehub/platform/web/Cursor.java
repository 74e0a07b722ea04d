package org.enlacehub.platform.web;

import io.micronaut.core.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The key after which a page begins, opaque to clients. */
public record Cursor(List<String> keys) {
  private static final int MAX_LENGTH = 400;

  public static Cursor of(Object... keys) {
    return new Cursor(java.util.Arrays.stream(keys).map(String::valueOf).toList());
  }

  public String encode() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join("\n", keys).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a cursor that a client sent back; empty for none.
   *
   * @throws ProblemException 400 when it is not one of ours
   */
  public static Optional<Cursor> decode(@Nullable String text, int parts) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      if (text.length() <= MAX_LENGTH) {
        var keys = List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1));
        if (keys.size() == parts) {
          return Optional.of(new Cursor(keys));
        }
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw badCursor();
  }

  public long number(int part) {
    try {
      return Long.parseLong(keys.get(part));
    } catch (NumberFormatException e) {
      throw badCursor();
    }
  }

  public String text(int part) {
    return keys.get(part);
  }

  private static ProblemException badCursor() {
    return ProblemException.invalid("cursor", "unknown-cursor", "The cursor is not one that this list gave; begin without one.");
  }
}
