package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval against the published examples of Newcombe (1998), table II, method 10. */
class DifferenceTest {

  @ParameterizedTest(name = "{0}/{1} - {2}/{3}")
  @CsvSource(textBlock = """
      56, 70, 48, 80,  0.0524, 0.3339
       9, 10,  3, 10,  0.1705, 0.8090
       6,  7,  2,  7,  0.0582, 0.8062
       5, 56,  0, 29, -0.0381, 0.1926
       0, 10,  0, 20, -0.1611, 0.2775
      10, 10,  0, 20,  0.6791, 1.0000
      10, 10,  0, 10,  0.6075, 1.0000
      """)
  void isThatOfThePaper(long a, long m, long b, long n, double low, double high) {
    var difference = Difference.of(b, n, a, m);
    assertEquals(low, difference.low(), 0.00005);
    assertEquals(high, difference.high(), 0.00005);
  }

  @Test
  void onlyWhatLeavesOutZeroIsADifference() {
    assertEquals(Difference.Verdict.SECOND, Difference.of(48, 80, 56, 70).verdict());
    assertEquals(Difference.Verdict.FIRST, Difference.of(56, 70, 48, 80).verdict());
    assertEquals(Difference.Verdict.OPEN, Difference.of(0, 29, 5, 56).verdict());
    assertEquals(Difference.Verdict.OPEN, Difference.of(0, 0, 0, 0).verdict(), "of nobody nothing is known");
  }
}
