package org.enlacehub.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.YamlMap;

/** Reads a mapping of declared variables: {@code passport_expires: {type: date, sample: 2027-01-12, description: …}}. */
final class VariableReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final String[] TYPES = Arrays.stream(VariableType.values()).map(VariableType::code).toArray(String[]::new);

  private VariableReader() {}

  static Map<String, Variable> read(YamlMap yaml, boolean shared) {
    var variables = new LinkedHashMap<String, Variable>();
    for (var name : yaml.keys()) {
      if (!NAME.matcher(name).matches() || name.equals("this")) {
        yaml.report(name, "'" + name + "' is not a name for a variable.", "Use lower-case letters, digits and underscore.");
      } else if (!yaml.isMap(name)) {
        yaml.report(name, "The variable '" + name + "' must hold its type and a sample.",
            "Write {type: text, sample: …, description: …}.");
      } else {
        yaml.map(name).ifPresent(declared -> variables.put(name, variable(name, declared, shared)));
      }
    }
    return variables;
  }

  private static Variable variable(String name, YamlMap yaml, boolean shared) {
    yaml.allowOnly("type", "format", "required", "sample", "description", "forms");
    var type = VariableType.valueOf(yaml.oneOf("type", TYPES).orElse("text").toUpperCase(Locale.ROOT));
    boolean required = yaml.flag("required").orElse(true);
    var forms = new LinkedHashMap<String, Map<String, String>>();
    yaml.map("forms").ifPresent(languages -> languages.keys().forEach(key -> forms.put(key, languages.textMap(key))));
    var format = Variable.Format.valueOf(yaml.oneOf("format", "long", "short", "fit").orElse("long").toUpperCase(Locale.ROOT));
    var variable = new Variable(name, type, format, required, Words.read(yaml, "sample"), Words.read(yaml, "description"),
        shared, forms);
    check(variable, yaml);
    return variable;
  }

  private static void check(Variable variable, YamlMap yaml) {
    if (variable.sample().isEmpty()) {
      yaml.report("sample", "The variable '" + variable.name() + "' has no sample value.",
          "Add 'sample:', previews and checks need it.");
    }
    for (var sample : variable.sample().byLanguage().values()) {
      try {
        ValueFormat.words(variable, sample, Map.of(), Locale.ENGLISH, Channel.EMAIL);
      } catch (ValueFormat.Unusable e) {
        yaml.report("sample", "The sample of '" + variable.name() + "' " + e.getMessage() + ".",
            "Correct the sample or the type.");
      }
    }
    if (variable.type() == VariableType.PLURAL) {
      if (variable.forms().isEmpty()) {
        yaml.report("forms", "The plural '" + variable.name() + "' has no forms.",
            "Add 'forms: {es: {one: \"1 día\", other: \"{n} días\"}, …}'.");
      }
      variable.forms().forEach((language, forms) -> {
        if (!forms.containsKey("other")) {
          yaml.report("forms", "The plural '" + variable.name() + "' has no form 'other' in '" + language + "'.", "Add it.");
        }
        forms.keySet().stream().filter(f -> !f.equals("zero") && !f.equals("one") && !f.equals("other")).forEach(f ->
            yaml.report("forms", "'" + f + "' is not a plural form.", "Use zero, one, other."));
      });
    } else if (!variable.forms().isEmpty()) {
      yaml.report("forms", "Only a plural has forms.", "Set 'type: plural' or remove 'forms'.");
    }
  }
}
