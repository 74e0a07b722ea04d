package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import org.enlacehub.consulate.ConsulateFiles;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.territory.Territory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when people are answered: clock time for what is urgent, else the mission's hours, holidays and zone. Missions work from 8 to 16. */
class DeadlinesTest {
  private static final ConfigFolders SHIPPED = ConfigFolders.under(Path.of("."));
  private static final Consulates CONSULATES = ConsulateFiles.load(SHIPPED, Territory.load());
  private static final Deadlines DEADLINES = InquiryFiles.deadlines(SHIPPED, new Findings());

  @ParameterizedTest(name = "{5}")
  @CsvSource(textBlock = """
      1, GT-US-LAX, 2027-01-09T03:00:00Z, 2027-01-09T03:15:00Z, -, severity 1 counts at night and at weekends
      2, GT-US-LAX, 2027-01-09T03:00:00Z, 2027-01-09T05:00:00Z, -, severity 2 too
      3, GT-US-LAX, 2027-01-11T17:00:00Z, 2027-01-12T17:00:00Z, -, one working day from Monday at nine is Tuesday at nine
      3, GT-US-LAX, 2027-01-09T03:00:00Z, 2027-01-12T00:00:00Z, -, what came on Friday evening begins on Monday
      3, GT-US-LAX, 2027-01-16T20:00:00Z, 2027-01-19T00:00:00Z, -, what came on Saturday is due on Monday at closing
      3, GT-US-NYC, 2027-01-11T17:00:00Z, 2027-01-12T17:00:00Z, -, noon in New York to noon
      3, GT-ES-MAD, 2027-01-11T17:00:00Z, 2027-01-12T15:00:00Z, -, Madrid has closed by then and counts its next day
      4, GT-US-LAX, 2027-01-11T17:00:00Z, 2027-01-14T17:00:00Z, -, three working days
      3, GT-US-LAX, 2027-03-25T17:00:00Z, 2027-03-29T23:00:00Z, Easter, Holy Thursday and Friday are no working days
      3, GT-US-LAX, 2027-03-12T17:00:00Z, 2027-03-15T16:00:00Z, DST, nine on Friday is nine on Monday though clocks went forward
      """)
  void whenAnAnswerIsDue(int severity, String desk, Instant heard, Instant due, String special, String why) {
    assertEquals(due, DEADLINES.answerBy(severity, heard, CONSULATES.workingTime(desk)), why);
  }
}
