package org.enlacehub.inquiry.web;

import java.util.regex.Pattern;
import org.enlacehub.platform.i18n.Texts;

/** Words of a person as people read them: a shared place (a line {@code geo:latitude,longitude}, RFC 5870) is called one. */
public final class SharedPlace {
  private static final Pattern LINE = Pattern.compile("(?m)^geo:(-?\\d{1,3}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)$");

  private SharedPlace() {}

  /** The words with each shared place named in the reader's language. */
  public static String named(String words, Texts t) {
    return LINE.matcher(words).replaceAll(found -> t.get("inquiry.pin", found.group(1), found.group(2)));
  }
}
