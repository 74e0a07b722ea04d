package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.enlacehub.platform.web.ProblemException;

/** Counts SMS segments; stores nothing. For everybody who is signed in. */
@Controller("/api/v1/sms")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SegmentsController {
  /** Ten times what Twilio takes in one message. */
  private static final int MAX_CHARACTERS = 16_000;

  /** What the text takes, and cheaper spellings of it. 400 without a text, or with one beyond 16,000 characters. */
  @Post("/segments")
  SegmentsView segments(@Body Text request) {
    if (request.text() == null) {
      throw ProblemException.invalid("/text", "missing", "Give the text to be counted.");
    }
    if (request.text().length() > MAX_CHARACTERS) {
      throw ProblemException.invalid("/text", "too-long", "A text may have " + MAX_CHARACTERS + " characters.");
    }
    return SegmentsView.of(request.text());
  }

  @Serdeable
  record Text(@Nullable String text) {}
}
