package org.enlacehub.template;

import java.util.List;
import java.util.regex.Pattern;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.template.sms.SmsText;

/** What can be said only of a template that reads well: plural forms for each text, length, letters that cost double. */
final class TextLimits {
  /** What WhatsApp takes in the body of a template. */
  private static final int WHATSAPP_CHARACTERS = 1024;
  private static final Pattern TAG = Pattern.compile("\\{\\{[^}]*}}");
  private final Template template;
  private final Findings findings;

  TextLimits(Template template, Findings findings) {
    this.template = template;
    this.findings = findings;
  }

  void check(List<MessageText> texts) {
    for (var text : texts) {
      plurals(text);
      if (text.channel() == Channel.SMS && template.head().gsm() == GsmPolicy.STRICT) {
        letters(text);
      }
    }
    if (findings.isEmpty()) {
      texts.forEach(this::length);
    }
  }

  private void plurals(MessageText text) {
    for (var variable : template.variables()) {
      if (variable.type() == VariableType.PLURAL && text.used().contains(variable.name())
          && !variable.forms().containsKey(text.language())
          && !variable.forms().containsKey(text.language() + "." + text.channel().code())) {
        findings.add(text.file(), 0, "The plural '" + variable.name() + "' has no forms in '" + text.language() + "'.",
            "Add 'forms: {" + text.language() + ": {one: …, other: …}}' in template.yml.");
      }
    }
  }

  private void letters(MessageText text) {
    var lines = text.written().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      for (var offender : SmsText.measure(TAG.matcher(lines[i]).replaceAll("")).offenders()) {
        findings.add(text.file(), text.bodyLine() + i, "'" + offender.text() + "' makes the SMS cost double.",
            offender.suggestion() == null ? "Use another character."
                : offender.suggestion().isEmpty() ? "Remove it." : "Write '" + offender.suggestion()
                    + "' or choose another word.");
      }
    }
  }

  private void length(MessageText text) {
    var rendered = template.render(text.language(), text.channel(), template.samples(text.language()));
    if (rendered.segments() != null && rendered.segments().segments() > template.head().maxSegments()) {
      var segments = rendered.segments();
      findings.add(text.file(), text.bodyLine(),
          "With sample values the SMS takes " + segments.segments() + " segments (" + segments.units() + " units of "
          + segments.encoding().label() + "), and " + template.head().maxSegments() + " are allowed.",
          "Shorten it, or raise 'maxSegments' in template.yml.");
    }
    if (text.channel() == Channel.WHATSAPP && rendered.body().length() > WHATSAPP_CHARACTERS) {
      findings.add(text.file(), text.bodyLine(),
          "With sample values the WhatsApp text has " + rendered.body().length() + " characters; a template takes "
          + WHATSAPP_CHARACTERS + ".", "Shorten it.");
    }
  }
}
