package org.enlacehub.template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.jsoup.Jsoup;

/** Holds what the texts use against what is declared. */
final class VariableUse {
  private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9_]*)\\s*}}");
  private final Map<String, Variable> known;
  private final Findings findings;
  private final Set<String> used = new HashSet<>();

  /** @param known declared and shared variables by name */
  VariableUse(Map<String, Variable> known, Findings findings) {
    this.known = known;
    this.findings = findings;
  }

  /** Every name that some text uses so far. */
  Set<String> used() {
    return used;
  }

  void check(List<Tag> tags, String file) {
    for (var tag : tags) {
      var variable = known.get(tag.name());
      if (variable == null) {
        undeclared(tag.name(), file, tag.line());
      } else if (tag.kind() == Tag.Kind.VALUE && !variable.required() && !tag.guarded()) {
        findings.add(file, tag.line(), "'" + tag.name() + "' may be empty and would leave a gap.",
            "Put it into {{#" + tag.name() + "}}…{{/" + tag.name() + "}} or declare it 'required: true'.");
      }
      used.add(tag.name());
    }
  }

  /** A variable that goes to Twilio's approved template, which takes no empty one. */
  void contentVariable(String name, String file, int line) {
    var variable = known.get(name);
    used.add(name);
    if (variable == null) {
      undeclared(name, file, line);
    } else if (!variable.required()) {
      findings.add(file, line, "'" + name + "' may be empty, which WhatsApp refuses.", "List only variables that are required.");
    }
  }

  /** In a page only links may stand in attributes: any other value could turn an attribute into something else. */
  void checkLinks(String page, String file, int line) {
    for (var element : Jsoup.parse(page).getAllElements()) {
      for (var attribute : element.attributes()) {
        var tags = TAG.matcher(attribute.getValue());
        while (tags.find()) {
          var variable = known.get(tags.group(1));
          if (variable != null && variable.type() != VariableType.LINK) {
            findings.add(file, line,
                "'" + tags.group(1) + "' stands in the attribute '" + attribute.getKey() + "' and is no link.",
                "Declare it 'type: link' or move it into the text.");
          }
        }
      }
    }
  }

  private void undeclared(String name, String file, int line) {
    findings.add(file, line, "The variable '" + name + "' is not declared.",
        Spelling.nearest(name, known.keySet()).map(n -> "Did you mean '" + n + "'?")
            .orElse("Declare it under 'variables' in template.yml."));
  }
}
