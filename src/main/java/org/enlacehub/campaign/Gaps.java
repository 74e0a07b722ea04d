package org.enlacehub.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an author has left to be filled in: words in square brackets, such as {@code "[lugar]"}. A file that ships states no fact
 * that only a ministry knows; nothing with a gap can be submitted.
 */
final class Gaps {
  private static final Pattern GAP = Pattern.compile("\\[[^\\[\\]]{1,80}]");
  /** A placeholder of a template: a plain text is sent as it is. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");

  private Gaps() {}

  /** Whether a value, or that of any language, is still to be filled in. */
  static boolean in(Object value) {
    return value instanceof Map<?, ?> byLanguage ? byLanguage.values().stream().anyMatch(Gaps::in)
        : GAP.matcher(String.valueOf(value)).find();
  }

  private static void of(Wording wording, String within, List<String> pointers) {
    wording.values().forEach((name, value) -> {
      if (in(value)) {
        pointers.add(within + "/values/" + name);
      }
    });
    wording.text().forEach((language, text) -> {
      if (GAP.matcher(text).find() || PLACEHOLDER.matcher(text).find()) {
        pointers.add(within + "/text/" + language);
      }
    });
  }

  /** Pointers to everything that is still to be filled in. */
  static List<String> of(CampaignDefinition definition) {
    var pointers = new ArrayList<String>();
    of(definition.wording(), "", pointers);
    if (definition.against() != null) {
      of(definition.against().wording(), "/against", pointers);
    }
    if (in(definition.audience())) {
      pointers.add("/audience");
    }
    if (definition.rsvp() != null) {
      var rsvp = definition.rsvp();
      Map.of("capacity", rsvp.capacity(), "deadline", rsvp.deadline(), "zone", rsvp.zone()).forEach((key, written) -> {
        if (in(written)) {
          pointers.add("/rsvp/" + key);
        }
      });
    }
    return pointers;
  }
}
