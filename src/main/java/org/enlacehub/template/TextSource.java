package org.enlacehub.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.contact.Channel;

/**
 * A text file of a template by its name, {@code es.sms.txt}: language, channel, ending.
 *
 * @param file as a person would type it
 */
record TextSource(String language, Channel channel, String ending, String file, String content) {
  private static final Map<Channel, Set<String>> ENDINGS = Map.of(
      Channel.SMS, Set.of("txt"), Channel.WHATSAPP, Set.of("md", "txt"), Channel.EMAIL, Set.of("md", "html", "txt"));
  private static final Pattern NAME = Pattern.compile("([a-z]{2,3})\\.([a-z]+)\\.([a-z]+)");

  /** Empty when the name is not that of a text. */
  static Optional<TextSource> of(String name, String file, String content) {
    var parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Channel.parse(parts.group(2)).filter(channel -> ENDINGS.get(channel).contains(parts.group(3)))
        .map(m -> new TextSource(parts.group(1), m, parts.group(3), file, content));
  }
}
