package org.enlacehub.platform.web;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** The id that ties a request's log lines together and that a person can quote. */
public final class Correlation {
  public static final String HEADER = "X-Request-Id";
  public static final String MDC_KEY = "correlation";
  static final String ATTRIBUTE = "enlace.correlation";

  private Correlation() {}

  public static Optional<String> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, String.class);
  }
}
