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
   * Every text of a campaign, by channel in its order and then by language; those that cannot be filled in are left out.
   *
   * @param template in the version that is, or would be, approved
   */
  public static List<Rendered> of(Template template, CampaignDefinition definition) {
    return of(template, definition.channels(), definition.values());
  }

  /** As {@link #of(Template, CampaignDefinition)}, for a definition that is still being written. */
  public static List<Rendered> of(Template template, List<Channel> channels, Map<String, Object> values) {
    var all = new ArrayList<Rendered>();
    for (var channel : channels) {
      for (var language : template.languages(channel).reversed()) {
        try {
          all.add(template.render(language, channel, filled(template, language, values)));
        } catch (ValuesRefused e) {
          // The guards list what is wrong with it.
        }
      }
    }
    return all;
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
