package org.enlacehub.inquiry;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.enlacehub.triage.Verdict;

/** A verdict of triage as it is kept with an entry and shown to officers. Holds words of the person: sealed at rest. */
@Serdeable
public record TriageNote(String language, String topic, String category, int severity, List<String> flags, List<Because> because,
    String version) {

  /** A rule and the words that it matched; {@code start} and {@code end} count characters of the message. */
  @Serdeable
  public record Because(String rule, String matched, int start, int end) {}

  static TriageNote of(Verdict verdict) {
    return new TriageNote(verdict.language(), verdict.topic(), verdict.category(), verdict.severity(), List.copyOf(verdict.flags()),
        verdict.because().stream().map(r -> new Because(r.rule(), r.matched(), r.start(), r.end())).toList(), verdict.version());
  }
}
