package org.enlacehub.template;

import java.util.List;
import java.util.Map;

/**
 * A WhatsApp text as a carrier registers it for use outside the 24-hour window: with numbered variables and without choices, since
 * WhatsApp knows none. What is optional and not named under {@code variables:} is left out of it.
 *
 * @param template the folder's name
 * @param name by which it is found again in the carrier's account: the template's, and a sum of what is approved, so that a text that
 *     was changed is another registration and a running campaign keeps the one it was approved with
 * @param category {@code utility}, {@code marketing} or {@code authentication}
 * @param body with {@code {{1}}, {{2}}}
 * @param variables the names behind the numbers, in their order
 * @param samples a believable value by number, without which nobody approves it
 */
public record ContentDraft(String template, String name, String language, String category, String body, List<String> variables,
    Map<String, String> samples) {
  public ContentDraft {
    variables = List.copyOf(variables);
    samples = Map.copyOf(samples);
  }
}
