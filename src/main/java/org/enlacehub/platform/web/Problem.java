package org.enlacehub.platform.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * An error as programs read it (RFC 9457). It never carries personal data.
 *
 * @param type stable path that names the kind of error, {@code /problems/…}
 * @param detail what is wrong and what to do, one or two sentences
 * @param errors what is wrong with which part of the request; null when there is nothing to point at
 * @param reference the correlation id under which the log tells more
 */
@Serdeable
public record Problem(String type, String title, int status, @Nullable String detail, @Nullable List<Error> errors,
    @Nullable String reference) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One wrong part of a request.
   *
   * @param pointer JSON pointer (RFC 6901) into the body, or the name of a parameter
   */
  @Serdeable
  public record Error(String pointer, String code, String detail) {}

  public static Problem of(HttpStatus status, String slug, @Nullable String detail, List<Error> errors, @Nullable String reference) {
    return new Problem("/problems/" + slug, status.getReason(), status.getCode(), detail, errors.isEmpty() ? null : errors, reference);
  }

  public MutableHttpResponse<Problem> response() {
    return HttpResponse.<Problem>status(HttpStatus.valueOf(status)).body(this).contentType(MEDIA_TYPE);
  }
}
