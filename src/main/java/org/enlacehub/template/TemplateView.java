package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template as the API lists it.
 *
 * @param title by language; under {@code ""} for every language, as {@code description} and those of variables
 * @param channels channel → languages in which it has a text
 */
@Serdeable
record TemplateView(String name, Map<String, String> title, Map<String, String> description, String purpose,
    @Nullable String topic,
    Map<String, List<String>> channels, List<VariableView> variables, String version) {

  static TemplateView of(Template template) {
    var channels = new LinkedHashMap<String, List<String>>();
    template.channels().forEach(channel -> channels.put(channel.code(), template.languages(channel)));
    return new TemplateView(template.name(), template.head().title().byLanguage(), template.head().description().byLanguage(),
        template.head().purpose(),
        template.head().topic(), channels,
        template.variables().stream().map(v -> new VariableView(v.name(), v.type().code(), v.required(), v.shared(),
            v.description().byLanguage(), v.sample().in("es"))).toList(),
        template.version());
  }

  /** As {@link Variable}; {@code shared} ones are filled in by the engine. */
  @Serdeable
  record VariableView(String name, String type, boolean required, boolean shared, Map<String, String> description,
      String sample) {}
}
