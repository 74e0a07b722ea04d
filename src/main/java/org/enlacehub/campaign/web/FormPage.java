package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.template.Variable;

/**
 * The form of a campaign.
 *
 * @param slug of the campaign that is changed; null for a new one
 * @param fields what stands in the form, by the name of the field
 * @param errors what is wrong, with pointers into the file that the form makes
 * @param choices what it offers
 * @param variables of the chosen template that a campaign fills in; empty without one
 * @param look the message as it will look
 */
@Introspected
public record FormPage(@Nullable String slug, Map<String, String> fields, List<Finding> errors, FormChoices choices,
    List<Variable> variables, LookPart look) {

  /** What stands in a field; empty when nothing does. */
  public String value(String name) {
    return fields.getOrDefault(name, "");
  }

  /** What is wrong with a field, by its pointer in the file; null when nothing is. */
  public @Nullable String error(String pointer) {
    return errors.stream().filter(f -> pointer.equals(f.field())).findFirst().map(f -> (f.message() + " " + f.remedy()).strip()).orElse(null);
  }

  /** Whether a variable is written in each language: words are, dates and addresses are not. */
  public boolean byLanguage(Variable variable) {
    return variable.type() == org.enlacehub.template.VariableType.TEXT
        && (variable.sample().byLanguage().size() > 1 || fields.containsKey("values." + variable.name() + ".es"));
  }

  /** A text for each of the known kinds of content, so that the page can hide the other. */
  public Optional<String> template() {
    return Optional.ofNullable(fields.get("template")).filter(t -> !t.isEmpty());
  }
}
