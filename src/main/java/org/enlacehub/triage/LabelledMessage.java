package org.enlacehub.triage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.config.CsvConfig;
import org.enlacehub.platform.config.Findings;

/**
 * A message of which a person has said what it is.
 *
 * @param id its name in the file
 * @param language ISO 639 code, or two joined by a hyphen when either is right
 * @param topic service code, or a finer label that {@code topics.yml} lists
 * @param line its line in the file
 */
public record LabelledMessage(String id, String text, String language, String category, int severity, String topic, int line) {

  /** Reads a CSV file with the columns id, text, lang, category, severity, topic; what is wrong goes to the findings. */
  public static List<LabelledMessage> read(Path file, Findings findings) {
    return read(file, file.toString(), findings);
  }

  static List<LabelledMessage> read(Path file, String display, Findings findings) {
    var messages = new ArrayList<LabelledMessage>();
    for (var row : CsvConfig.read(file, display, findings, "text", "lang", "category", "severity")) {
      var severity = row.get("severity");
      if (!severity.matches("[1-4]")) {
        findings.add(display, row.line(), "The severity '" + severity + "' is not 1, 2, 3 or 4.", "Correct it.");
        continue;
      }
      messages.add(new LabelledMessage(row.get("id"), row.get("text"), row.get("lang"), row.get("category"),
          Integer.parseInt(severity), row.get("topic"), row.line()));
    }
    return messages;
  }
}
