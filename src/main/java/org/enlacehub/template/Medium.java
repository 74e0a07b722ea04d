package org.enlacehub.template;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The written form that a text has: one file for each in a template's folder. */
public enum Medium {
  SMS("txt"),
  WHATSAPP("md", "txt"),
  EMAIL("md", "html", "txt");

  private final Set<String> extensions;

  Medium(String... extensions) {
    this.extensions = Set.of(extensions);
  }

  /** The word in file names and in the API: {@code sms}, {@code whatsapp}, {@code email}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The endings that its files may have, without the dot. */
  Set<String> extensions() {
    return extensions;
  }

  /** The medium of a code; empty for any other word. */
  public static Optional<Medium> of(String code) {
    for (var medium : values()) {
      if (medium.code().equals(code)) {
        return Optional.of(medium);
      }
    }
    return Optional.empty();
  }
}
