package org.enlacehub.platform.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;

/** The interface's texts in one language. A key that is missing shows as itself, and a test finds it. */
public final class Texts {
  private final Locale locale;
  private final Map<String, String> texts;

  Texts(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /** The text with {@code {0}}, {@code {1}} … replaced, numbers and dates in the language's form. */
  public String get(String key, Object... arguments) {
    var text = texts.get(key);
    if (text == null) {
      return key;
    }
    return arguments.length == 0 ? text.replace("''", "'") : new MessageFormat(text, locale).format(arguments);
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  public Locale locale() {
    return locale;
  }

  /** {@code es} or {@code en}. */
  public String language() {
    return locale.getLanguage();
  }
}
