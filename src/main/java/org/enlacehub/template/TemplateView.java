package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template as the API lists it.
 *
 * @param channels channel → languages in which it has a text
 */
@Serdeable
record TemplateView(String name, Map<String, String> title, String description, String purpose, @Nullable String topic,
    Map<String, List<String>> channels, List<VariableView> variables, String version) {

  static TemplateView of(Template template) {
    var channels = new LinkedHashMap<String, List<String>>();
    template.channels().forEach(channel -> channels.put(channel.code(), template.languages(channel)));
    return new TemplateView(template.name(), template.head().title(), template.head().description(), template.head().purpose(),
        template.head().topic(), channels,
        template.variables().stream().map(v -> new VariableView(v.name(), v.type().code(), v.required(), v.shared(), v.description(), v.sample("es"))).toList(),
        template.version());
  }

  /** As {@link Variable}; {@code shared} ones are filled in by the engine. */
  @Serdeable
  record VariableView(String name, String type, boolean required, boolean shared, String description, @Nullable String sample) {}
}
