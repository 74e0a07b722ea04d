package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;
import org.enlacehub.delivery.Content;

/**
 * What a campaign's messages say.
 *
 * @param template name of a template; null with {@code text}
 * @param text by language, instead of a template; empty with {@code template}
 * @param values for variables of the template that no contact holds: a text, or a map of language to text
 */
public record Wording(@Nullable String template, Map<String, String> text, Map<String, Object> values) {

  /** @param version of the template, that was approved; null for the current one */
  Content content(@Nullable String version) {
    return template == null ? new Content.OfText(text, Map.of()) : new Content.OfTemplate(template, version, values);
  }
}
