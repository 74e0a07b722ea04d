package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.enlacehub.contact.UpsertMode;
import org.enlacehub.platform.web.ProblemException;

/** Reads the parameters of an import as they come from forms and programs. */
@Singleton
class ImportRequests {
  private final ObjectMapper json;
  private final ImportFiles files;

  ImportRequests(ObjectMapper json, ImportFiles files) {
    this.json = json;
    this.files = files;
  }

  /** @throws ProblemException 400 for what cannot be */
  ImportRequest read(@Nullable String mode, @Nullable String dryRun, @Nullable String region, @Nullable String mapping) {
    return new ImportRequest(mode(mode), flag(dryRun), region(region), mapping(mapping));
  }

  private static UpsertMode mode(@Nullable String text) {
    if (isBlank(text)) {
      return UpsertMode.UPSERT;
    }
    try {
      return UpsertMode.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("/mode", "unknown-mode", "The mode is add, update or upsert.");
    }
  }

  private static boolean flag(@Nullable String text) {
    return !isBlank(text) && switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw ProblemException.invalid("/dryRun", "not-a-flag", "Write true or false.");
    };
  }

  private @Nullable String region(@Nullable String text) {
    return isBlank(text) ? null : files.places().country(text).orElseThrow(() ->
        ProblemException.invalid("/defaultRegion", "unknown-country", "Give the two letters of a country, such as US."));
  }

  private Map<String, String> mapping(@Nullable String text) {
    if (isBlank(text)) {
      return Map.of();
    }
    try {
      var read = json.readValue(text, Argument.mapOf(Argument.STRING, Argument.OBJECT_ARGUMENT));
      var mapping = new LinkedHashMap<String, String>();
      for (var entry : read.entrySet()) {
        if (entry.getValue() != null && !(entry.getValue() instanceof String)) {
          throw notAMapping();
        }
        mapping.put(entry.getKey(), entry.getValue() == null ? Headings.IGNORE : (String) entry.getValue());
      }
      return mapping;
    } catch (IOException | IllegalArgumentException e) {
      throw notAMapping();
    }
  }

  private static ProblemException notAMapping() {
    return ProblemException.invalid("/mapping", "not-a-mapping",
        "Give a JSON object with headings of the file as keys and names of fields, or ignore, as values.");
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
