package org.enlacehub.triage;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Set;
import org.enlacehub.platform.web.ProblemException;

/** Shows how a message would be judged; stores nothing. For everybody who is signed in. */
@Controller("/api/v1/triage")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TriageController {
  private static final int MAX_CHARACTERS = 10_000;

  private final Triage triage;

  TriageController(Triage triage) {
    this.triage = triage;
  }

  /** Language, service, category, severity, flags and their words. 400 without a text, or with one beyond 10,000 characters. */
  @Post("/explain")
  Explained explain(@Body Question request) {
    if (request.text() == null || request.text().isBlank()) {
      throw ProblemException.invalid("/text", "missing", "Give the text to be judged.");
    }
    if (request.text().length() > MAX_CHARACTERS) {
      throw ProblemException.invalid("/text", "too-long", "A text may have " + MAX_CHARACTERS + " characters.");
    }
    return Explained.of(triage.assess(request.text()));
  }

  @Serdeable
  record Question(@Nullable String text) {}

  /** A verdict as programs read it. */
  @Serdeable
  record Explained(String language, String topic, String category, int severity, Set<String> flags, List<Because> because,
      String version) {
    static Explained of(Verdict verdict) {
      var because = verdict.because().stream().map(r -> new Because(r.rule(), r.matched(), r.start(), r.end())).toList();
      return new Explained(verdict.language(), verdict.topic(), verdict.category(), verdict.severity(), verdict.flags(), because,
          verdict.version());
    }
  }

  /** A rule, and the words that fulfilled it with their place in the text. */
  @Serdeable
  record Because(String rule, String matched, int start, int end) {}
}
