package org.enlacehub.inquiry;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.triage.Verdict;

/** A verdict of triage as it is kept with an entry and shown to officers. Holds words of the person: sealed at rest. */
@Serdeable
public record TriageNote(String language, String topic, String category, int severity, List<String> flags, List<Because> because,
    String version) {

  /** A rule and the words that it matched; {@code start} and {@code end} count characters of the message. */
  @Serdeable
  public record Because(String rule, String matched, int start, int end) {}

  private static final String NO_TOPIC = "GENERAL";

  /** As {@link Asked.Answered} hints: a topic where the words name none, and at least its severity; the words come first. */
  TriageNote hinted(Asked.Answered answered, String text) {
    var hinted = answered.topic() != null && topic.equals(NO_TOPIC) ? answered.topic() : topic;
    int graver = answered.severity() == null ? severity : Math.min(severity, answered.severity());
    if (hinted.equals(topic) && graver == severity) {
      return this;
    }
    var reasons = new ArrayList<>(because);
    reasons.add(graver < severity ? 0 : reasons.size(), new Because(answered.about(), text, 0, text.length()));
    return new TriageNote(language, hinted, category, graver, flags, reasons, version);
  }

  static TriageNote of(Verdict verdict) {
    return new TriageNote(verdict.language(), verdict.topic(), verdict.category(), verdict.severity(), List.copyOf(verdict.flags()),
        verdict.because().stream().map(r -> new Because(r.rule(), r.matched(), r.start(), r.end())).toList(), verdict.version());
  }
}
