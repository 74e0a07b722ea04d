package org.enlacehub.channel.email.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The words and numbers of many servers, and what they mean: {@code fixtures/bounces/replies.csv}. */
class ReasonsTest {
  @ParameterizedTest(name = "{2} is {0}")
  @CsvFileSource(resources = "/fixtures/bounces/replies.csv", delimiter = '|', useHeadersInDisplayName = false, numLinesToSkip = 1)
  void areUnderstood(Failure.Kind kind, String status, String reply) {
    assertEquals(kind, Reasons.of(status, reply).kind(), () -> Reasons.of(status, reply).toString());
  }
}
