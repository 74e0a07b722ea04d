package org.enlacehub.sandbox.phone;

import io.micronaut.core.annotation.Nullable;
import java.util.Locale;

/** The three apps of the phone. */
public enum Tab {
  SMS, WHATSAPP, MAIL;

  /** As it stands in the address of the page. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tab of(@Nullable String word, Tab otherwise) {
    for (var tab : values()) {
      if (tab.word().equals(word)) {
        return tab;
      }
    }
    return otherwise;
  }
}
