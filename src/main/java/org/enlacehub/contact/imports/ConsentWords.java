package org.enlacehub.contact.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the purposes that a person agreed to. A bare "sí" names none, so it counts for none and is reported. */
final class ConsentWords {
  static final List<String> PURPOSES = List.of("service", "information", "emergency");
  private static final Set<String> SERVICE = Set.of("service", "services", "servicio", "servicios", "tramites", "atencion");
  private static final Set<String> INFORMATION = Set.of("information", "informacion", "informativo", "informativos", "informativa", "info", "campanas", "campaigns");
  private static final Set<String> EMERGENCY = Set.of("emergency", "emergencies", "emergencia", "emergencias");
  private static final Set<String> ALL = Set.of("all", "todo", "todos", "todas", "every", "everything");
  private static final Set<String> NONE = Set.of("no", "ninguno", "ninguna", "none", "0", "false", "falso");
  private static final Set<String> SILENT = Set.of("y", "and", "e", "de", "para", "for", "consular", "consulares", "general", "solo", "only");

  private ConsentWords() {}

  static Set<String> read(Cell cell, RowReport report) {
    var purposes = new LinkedHashSet<String>();
    var unknown = new LinkedHashSet<String>();
    for (var word : Folded.of(cell.text()).split(" ")) {
      if (SERVICE.contains(word)) {
        purposes.add("service");
      } else if (INFORMATION.contains(word)) {
        purposes.add("information");
      } else if (EMERGENCY.contains(word)) {
        purposes.add("emergency");
      } else if (ALL.contains(word)) {
        purposes.addAll(PURPOSES);
      } else if (!word.isEmpty() && !SILENT.contains(word) && !NONE.contains(word)) {
        unknown.add(word);
      }
    }
    if (!unknown.isEmpty()) {
      report.warn("consent_unknown", String.join(" ", unknown));
    }
    return purposes;
  }
}
