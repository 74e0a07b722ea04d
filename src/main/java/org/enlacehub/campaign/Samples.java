package org.enlacehub.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.template.Rendered;
import org.enlacehub.template.Template;
import org.enlacehub.template.ValuesRefused;

/** What a campaign's messages look like: its own values, and the template's samples for what each person's record will give. */
public final class Samples {
  private Samples() {}

  /**
   * Every text of a campaign, by channel in its order and then by language.
   *
   * @param template in the version that is, or would be, approved
   */
  public static List<Rendered> of(Template template, List<Channel> channels, Map<String, Object> values) {
    var all = new ArrayList<Rendered>();
    for (var channel : channels) {
      for (var language : template.languages(channel).reversed()) {
        all.add(render(template, channel, language, filled(template, language, values)));
      }
    }
    return all;
  }

  /** A value that cannot be used shows the sample in its place; the reader tells what is wrong with it. */
  private static Rendered render(Template template, Channel channel, String language, Map<String, Object> filled) {
    try {
      return template.render(language, channel, filled);
    } catch (ValuesRefused e) {
      var samples = template.samples(language);
      e.refusals().forEach(r -> filled.put(r.variable(), samples.get(r.variable())));
      return template.render(language, channel, filled);
    }
  }

  /** A gap shows the sample in its place. */
  static Map<String, Object> filled(Template template, String language, Map<String, Object> values) {
    var filled = new HashMap<String, Object>(template.samples(language));
    values.forEach((name, value) -> {
      if (!Gaps.in(value)) {
        filled.put(name, value);
      }
    });
    return filled;
  }
}
