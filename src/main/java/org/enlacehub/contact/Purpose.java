package org.enlacehub.contact;

import java.util.Locale;
import java.util.Optional;

/** What a message is for; consent is given and withdrawn for each. */
public enum Purpose {
  /** Answers and what the person's own matter needs: appointments, their documents. */
  SERVICE,
  /** Campaigns that inform. Needs a grant. */
  INFORMATION,
  /** Danger to life or freedom. */
  EMERGENCY;

  /** As it is written in files, queries and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the code in any case; empty when it is none. */
  public static Optional<Purpose> parse(String code) {
    for (var purpose : values()) if (purpose.name().equalsIgnoreCase(code)) return Optional.of(purpose);
    return Optional.empty();
  }
}
