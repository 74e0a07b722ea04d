package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;

/** What a message says, before it is filled in for a person, a language and a channel. */
public sealed interface Content {

  /**
   * A template with values for its variables; variables that are fields of the contact are filled in when it is sent.
   *
   * @param version the version that was approved; null for the one that stands when it is sent
   */
  record OfTemplate(String name, @Nullable String version, Map<String, Object> values) implements Content {
    public OfTemplate {
      values = Map.copyOf(values);
    }
  }

  /**
   * A text as it is, by language; the recipient's language, else Spanish, else the only one.
   *
   * @param subjects by language, for mail; the product's own subject when empty
   */
  record OfText(Map<String, String> texts, Map<String, String> subjects) implements Content {
    public OfText {
      if (texts.isEmpty()) {
        throw new IllegalArgumentException("a text in at least one language");
      }
      texts = Map.copyOf(texts);
      subjects = Map.copyOf(subjects);
    }
  }

  static Content text(String language, String text) {
    return new OfText(Map.of(language, text), Map.of());
  }

  static Content template(String name, Map<String, Object> values) {
    return new OfTemplate(name, null, values);
  }
}
