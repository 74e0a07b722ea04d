package org.enlacehub.contact.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.enlacehub.contact.imports.RowProblem.Severity;
import org.enlacehub.platform.i18n.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people open in a spreadsheet. */
class SafeCsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1", "+50255501234"})
  void noCellBeginsAsAFormula(String cell) {
    assertEquals("'" + cell, SafeCsv.neutral(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ana", "5 + 5", "O'Brien", "ana@example.org", "a=b"})
  void ordinaryTextIsLeftAlone(String cell) {
    assertEquals(cell, SafeCsv.neutral(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+50255501234", "-2", "@ana"})
  void anImportTakesTheApostropheAway(String cell) {
    assertEquals(cell, Cleaning.unquoted(SafeCsv.neutral(cell)));
  }

  @Test void errorsAreToldInThePersonsLanguage() throws Exception {
    var problem = new RowProblem(12, "Teléfono", "phone_plus_lost", Severity.ERROR, List.of("+50255501234"), "=cmd");
    var out = new ByteArrayOutputStream();
    try (var csv = new ErrorsCsv(out, new Languages().texts("en"), false)) {
      csv.add(problem);
    }
    assertEquals("row,column,code,message,value\r\n12,Teléfono,phone_plus_lost,The number lacked its + sign and was read as +50255501234.,'=cmd\r\n",
        out.toString(UTF_8));
    assertTrue(ErrorsCsv.message(problem, new Languages().texts("es")).startsWith("Al número le faltaba"));
  }

  /** Every code that the sources report has its text in both languages. */
  @Test void everyCodeHasItsText() throws Exception {
    var rows = Pattern.compile("(?:note|warn|reject|refused)\\((?:report, )?\"([a-z_]+)\"|damage = \"([a-z_]+)\"|, \"(\\w+_unknown)\"|\"(phone_\\w+)\"");
    var files = Pattern.compile("UnreadableFile\\([^\"]*\"([a-z_]+)\"");
    var keys = new TreeSet<String>();
    try (var sources = Files.list(Path.of("src/main/java/org/enlacehub/contact/imports"))) {
      for (var path : sources.toList()) {
        var source = Files.readString(path);
        rows.matcher(source).results()
            .forEach(m -> keys.add("imports.row." + Stream.of(m.group(1), m.group(2), m.group(3), m.group(4)).filter(Objects::nonNull).findFirst().orElseThrow()));
        files.matcher(source).results().forEach(m -> keys.add("imports.file." + m.group(1)));
      }
    }
    assertTrue(keys.size() > 40, keys.toString());
    for (var language : Languages.OFFERED) {
      var texts = new Languages().texts(language);
      assertEquals(List.of(), keys.stream().filter(key -> !texts.has(key) && !key.endsWith(".phone_")).toList());
    }
  }
}
