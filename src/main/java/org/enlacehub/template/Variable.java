package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;

/**
 * A declared placeholder.
 *
 * @param name lower-case letters, digits and underscore, as it stands between {@code {{ }}}
 * @param shortForm whether dates are written short ("mar 12 ene, 3:30 p.m.") instead of long
 * @param required a message is refused when it has no value; one that is not required may stand only inside its own section
 * @param sample a believable value, for previews and checks
 * @param description what it holds and who fills it in, for the people who write texts
 * @param shared declared for all templates in {@code _shared/variables.yml}
 * @param forms for PLURAL: by language ("es") or by language and medium ("es.sms"), the form of each category ("one", "other"),
 *     where {@code {n}} is the number
 */
public record Variable(String name, VariableType type, boolean shortForm, boolean required, @Nullable String sample,
    String description, boolean shared, Map<String, Map<String, String>> forms) {}
