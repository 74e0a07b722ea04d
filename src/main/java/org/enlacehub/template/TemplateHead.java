package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import java.util.Locale;
import org.enlacehub.platform.config.YamlMap;

/**
 * What {@code template.yml} says about a template as a whole.
 *
 * @param title for staff
 * @param purpose what consent it needs: service, information or emergency
 * @param topic the service it is about, as in the list of topics; null when it has none
 * @param maxSegments segments that its SMS may take when it is filled in with samples
 */
public record TemplateHead(String name, Words title, Words description, String purpose, @Nullable String topic,
    GsmPolicy gsm, int maxSegments) {

  static TemplateHead read(String name, YamlMap yaml) {
    yaml.allowOnly("title", "description", "purpose", "topic", "gsm", "maxSegments", "variables");
    var topic = yaml.text("topic").filter(t -> {
      if (!t.matches("[A-Z][A-Z_]*")) {
        yaml.report("topic", "'" + t + "' is not the code of a topic.", "Use a code such as PASSPORT.");
      }
      return true;
    });
    yaml.requiredText("purpose");
    return new TemplateHead(name, Words.read(yaml, "title"), Words.read(yaml, "description"),
        yaml.oneOf("purpose", "service", "information", "emergency").orElse("service"), topic.orElse(null),
        GsmPolicy.valueOf(yaml.oneOf("gsm", "strict", "smart", "off").orElse("smart").toUpperCase(Locale.ROOT)),
        yaml.number("maxSegments", 1, 20).orElse(2L).intValue());
  }
}
