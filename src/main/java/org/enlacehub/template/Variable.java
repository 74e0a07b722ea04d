package org.enlacehub.template;

import java.util.Map;
import org.enlacehub.contact.Channel;

/**
 * A declared placeholder.
 *
 * @param name lower-case letters, digits and underscore, as it stands between {@code {{ }}}
 * @param format how long its dates are written
 * @param required a message is refused when it has no value; one that is not required may stand only inside its own section
 * @param sample a believable value, for previews and checks
 * @param description what it holds and who fills it in, for the people who write texts
 * @param shared declared for all templates in {@code _shared/variables.yml}
 * @param forms for PLURAL: by language ("es") or by language and channel ("es.sms"), the form of each category ("zero", "one",
 *     "other"), where {@code {n}} is the number
 */
public record Variable(String name, VariableType type, Format format, boolean required, Words sample, Words description,
    boolean shared, Map<String, Map<String, String>> forms) {

  /** How long a date is written: "martes 12 de enero de 2027" or "12 ene 2027". */
  public enum Format {
    LONG,
    SHORT,
    /** Short in SMS, long elsewhere. */
    FIT;

    boolean isShort(Channel channel) {
      return this == SHORT || this == FIT && channel == Channel.SMS;
    }
  }
}
