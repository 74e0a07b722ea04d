package org.enlacehub.template;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A recording of a text, made by a person, for a language that is spoken more than read: {@code mam.voice.ogg} beside the texts.
 *
 * @param file name inside the template's folder
 * @param sha256 of its bytes, in hexadecimal
 * @param mediaType what it is, for the carrier that fetches it
 */
public record Voice(String language, String file, String sha256, String mediaType) {
  private static final Pattern NAME = Pattern.compile("([a-z]{2,3})\\.voice\\.(ogg|mp3|m4a)");
  /** How a recording stands among a template's files, which are text: by its sum. */
  private static final String MARK = "sha256 ";

  static boolean isName(String file) {
    return NAME.matcher(file).matches();
  }

  static String mark(String sha256) {
    return MARK + sha256;
  }

  /** Empty when the name is not that of a recording. */
  static Optional<Voice> of(String file, String content) {
    var name = NAME.matcher(file);
    if (!name.matches() || !content.startsWith(MARK)) {
      return Optional.empty();
    }
    var type = switch (name.group(2)) {
      case "ogg" -> "audio/ogg";
      case "mp3" -> "audio/mpeg";
      default -> "audio/mp4";
    };
    return Optional.of(new Voice(name.group(1), file, content.substring(MARK.length()), type));
  }
}
