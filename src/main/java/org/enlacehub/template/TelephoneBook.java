package org.enlacehub.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.CsvConfig;
import org.enlacehub.platform.config.Findings;

/**
 * The telephone numbers that messages name, from {@code config/telephones.csv}: emergency numbers of countries, public and duty
 * numbers of missions. What the ministry has not given is absent, and the texts then say nothing about it.
 */
public final class TelephoneBook {
  private final Map<String, String> numbers;

  private TelephoneBook(Map<String, String> numbers) {
    this.numbers = Map.copyOf(numbers);
  }

  static TelephoneBook load(ConfigFolders folders) {
    var findings = new Findings();
    var book = read(folders, findings);
    findings.throwIfAny();
    return book;
  }

  static TelephoneBook read(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("telephones.csv");
    var numbers = new HashMap<String, String>();
    if (!java.nio.file.Files.exists(file)) {
      return new TelephoneBook(numbers);
    }
    var display = folders.display(file);
    for (var row : CsvConfig.read(file, display, findings, "of", "kind", "number")) {
      var kind = row.get("kind");
      if (!kind.equals("emergency") && !kind.equals("public") && !kind.equals("duty")) {
        findings.add(display, row.line(), "'" + kind + "' is not a kind of number.", "Use emergency, public or duty.");
      } else if (!row.get("number").matches("\\+?[0-9][0-9 -]{1,20}")) {
        findings.add(display, row.line(), "'" + row.get("number") + "' is not a telephone number.",
            "Write digits, spaces and a leading +.");
      } else if (numbers.put(kind + ":" + row.get("of"), row.get("number")) != null) {
        findings.add(display, row.line(), "There are two " + kind + " numbers of '" + row.get("of") + "'.", "Keep one.");
      }
    }
    return new TelephoneBook(numbers);
  }

  /** The number for police, fire and ambulance in a country (ISO 3166-1). */
  public Optional<String> emergency(String country) {
    return Optional.ofNullable(numbers.get("emergency:" + country));
  }

  /** A mission's number for everybody. */
  public Optional<String> publicLine(String consulate) {
    return Optional.ofNullable(numbers.get("public:" + consulate));
  }

  /** A mission's number for emergencies, at any hour. */
  public Optional<String> dutyLine(String consulate) {
    return Optional.ofNullable(numbers.get("duty:" + consulate));
  }
}
