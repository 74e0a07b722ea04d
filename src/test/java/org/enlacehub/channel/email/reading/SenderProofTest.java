package org.enlacehub.channel.email.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receiving server says of a mail's sender, and whose word counts. */
class SenderProofTest {
  @ParameterizedTest(name = "{1}, our server {0}: {2}")
  @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
      mx.gob.example | mx.gob.example; dmarc=pass header.from=gob.example                                    | PROVEN
      mx.gob.example | mx.gob.example; dkim=pass header.d=gob.example; spf=softfail smtp.mailfrom=x@a.example | PROVEN
      mx.gob.example | mx.gob.example; dkim=pass header.d=evil.example; spf=fail smtp.mailfrom=evil.example  | REFUTED
      mx.gob.example | mx.gob.example; spf=pass (ok) smtp.mailfrom=ana@gob.example                           | PROVEN
      mx.gob.example | mx.gob.example 1; spf=none                                                            | UNKNOWN
      mx.gob.example | mx.evil.example; dmarc=pass                                                           | UNKNOWN
      mx.gob.example | -                                                                                     | UNKNOWN
      -              | mx.gob.example; dmarc=pass                                                            | UNKNOWN
      -              | mx.gob.example; dmarc = fail (p=reject)                                               | REFUTED
      -              | -                                                                                     | UNKNOWN
      """)
  void readsTheFindings(String ourServer, String field, SenderProof expected) {
    var mail = MailReader.read(("From: Ana <ana@gob.example>\n" + (field == null ? "" : "Authentication-Results: " + field + "\n") + "\nHola")
        .getBytes(StandardCharsets.UTF_8));

    assertEquals(expected, SenderProof.of(mail, ourServer));
  }
}
