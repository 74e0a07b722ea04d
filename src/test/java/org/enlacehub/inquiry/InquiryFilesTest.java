package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code config/inquiry/deadlines.yml}: what is wrong is named with its line and a remedy. */
class InquiryFilesTest {
  private static final String GOOD = """
      deadlines:
        1: {answer: 15m, clock: always}
        2: {answer: 2h, clock: always}
        3: {answer: 8h, clock: office}
        4: {answer: 24h, clock: office}
      reopenDays: 14
      reopenDaysUrgent: 30
      automaticPerDay: 5
      """;
  @TempDir Path folder;

  private String findings(String deadlines) throws IOException {
    var file = folder.resolve("inquiry/deadlines.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, deadlines);
    var findings = new Findings();
    InquiryFiles.deadlines(new ConfigFolders(folder, folder, folder), findings);
    return findings.all().stream().map(f -> f.line() + " " + f.message()).collect(Collectors.joining(" / "));
  }

  @Test
  void theShippedFileIsRight() {
    var findings = new Findings();
    InquiryFiles.deadlines(new ConfigFolders(Path.of("config"), Path.of("templates"), Path.of("campaigns")), findings);
    assertEquals(0, findings.all().size(), () -> findings.all().toString());
  }

  @ParameterizedTest(name = "{0} → {2}")
  @CsvSource(delimiter = '|', textBlock = """
      4: {answer: 24h, clock: office} | 5: {answer: 24h, clock: office}  | 5 The key '5' is not known here. / 1 There is no deadline for severity 4.
      answer: 15m                     | answr: 15m                       | 2 The key 'answr' is not known here. / 2 The key 'answer' is missing.
      answer: 2h                      | answer: two hours                | 3 'two hours' is not a length of time.
      answer: 2h                      | answer: 0h                       | 3 '0h' is not a length of time.
      clock: always}                  | clock: allways}                  | 2 'allways' is not a value of 'clock'. / 3 'allways' is not a value of 'clock'.
      reopenDays: 14                  | reopenDays: 4000                 | 6 'reopenDays' must be a whole number from 0 to 365.
      automaticPerDay: 5              | automaticPerDayy: 5              | 8 The key 'automaticPerDayy' is not known here. / 1 The key 'automaticPerDay' is missing.
      """)
  void whatIsWrongIsNamed(String from, String to, String expected) throws IOException {
    assertEquals("", findings(GOOD));
    assertEquals(expected, findings(GOOD.replace(from, to)));
  }
}
