package org.enlacehub.campaign;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code values} of a campaign: for each variable one text for everybody, or one for each language. */
final class ValuesReader {
  private ValuesReader() {}

  /** By variable a {@code String}, or a {@code Map} of language to text. */
  static Map<String, Object> read(YamlMap campaign) {
    var values = new HashMap<String, Object>();
    campaign.map("values").ifPresent(map -> map.keys().forEach(name -> {
      if (!map.isMap(name)) {
        map.text(name).ifPresent(text -> values.put(name, text));
        return;
      }
      map.map(name).ifPresent(languages -> {
        var words = new LinkedHashMap<String, String>();
        languages.keys().forEach(language -> {
          if (!language.matches("[a-z]{2,3}")) {
            languages.report(language, "'" + language + "' is no language.", "Use a code such as es, en, quc.");
          }
          languages.text(language).ifPresent(text -> words.put(language, text));
        });
        CampaignReader.LANGUAGES.stream().filter(l -> words.getOrDefault(l, "").isBlank()).forEach(l -> map.report(name,
            "The value of '" + name + "' is missing in '" + l + "'.", "Write it in Spanish and English at least."));
        values.put(name, words);
      });
    }));
    return values;
  }
}
