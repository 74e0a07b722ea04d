package org.enlacehub.contact.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.enlacehub.contact.UpsertMode;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.ProblemException;

/** What a person chooses for the columns of a kept file: a form field {@code m0}, {@code m1} … for each. */
@Singleton
class ImportColumns {
  private static final int SAMPLES = 8;

  private final Imports imports;
  private final ImportFiles files;

  ImportColumns(Imports imports, ImportFiles files) {
    this.imports = imports;
    this.files = files;
  }

  /** @throws ProblemException 404 when the file is kept no longer */
  ImportColumnsPage page(long file, Map<String, String> form, Texts t) throws IOException {
    var name = imports.fileName(file).orElseThrow(() -> ProblemException.notFound("file"));
    try {
      String problem = null;
      var region = form.getOrDefault("region", "").strip();
      if (!region.isEmpty() && files.places().country(region).isEmpty()) {
        problem = t.get("imports.page.regionUnknown");
      }
      var preview = imports.preview(file, request(file, form, true));
      if (preview.cannotDo() != null) {
        problem = t.get(preview.cannotDo());
      }
      var chosen = preview.columns().stream()
          .map(c -> c.target().map(Column.Target::code).orElse(c.how() == Column.How.IGNORED ? Headings.IGNORE : "")).toList();
      var samples = preview.rows().stream().limit(SAMPLES).map(row -> ImportSample.of(row, t)).toList();
      return new ImportColumnsPage(file, name, preview.columns(), chosen, fields(t), samples, mode(form).name().toLowerCase(Locale.ROOT),
          region.toUpperCase(Locale.ROOT), problem);
    } catch (UnreadableFile e) {
      throw ProblemException.notFound("file");
    }
  }

  ImportRequest request(long file, Map<String, String> form, boolean dryRun) throws IOException {
    var region = files.places().country(form.getOrDefault("region", "").strip()).orElse(null);
    var mapping = new LinkedHashMap<String, String>();
    if (form.containsKey("m0")) {
      try {
        var plain = imports.preview(file, new ImportRequest(UpsertMode.UPSERT, true, region, Map.of())).columns();
        for (var column : new ArrayList<>(plain)) {
          var wish = form.getOrDefault("m" + column.index(), "");
          if (!column.heading().isBlank() && !wish.equals(column.target().map(Column.Target::code).orElse(""))) {
            mapping.putIfAbsent(column.heading(), wish.isEmpty() ? Headings.IGNORE : wish);
          }
        }
      } catch (UnreadableFile e) {
        throw ProblemException.notFound("file");
      }
    }
    return new ImportRequest(mode(form), dryRun, region, mapping);
  }

  private static UpsertMode mode(Map<String, String> form) {
    return switch (form.getOrDefault("mode", "upsert")) {
      case "add" -> UpsertMode.ADD;
      case "update" -> UpsertMode.UPDATE;
      default -> UpsertMode.UPSERT;
    };
  }

  private Map<String, String> fields(Texts t) {
    var all = new LinkedHashMap<String, String>();
    all.put("", t.get("imports.page.ignore"));
    for (var field : Field.values()) {
      var key = "contact.field." + field.code();
      all.put(field.code(), t.has(key) ? t.get(key) : field.code());
    }
    files.titles(t.language()).forEach(all::put);
    return all;
  }
}
