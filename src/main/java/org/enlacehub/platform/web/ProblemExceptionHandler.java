package org.enlacehub.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a {@link ProblemException}. */
@Singleton
class ProblemExceptionHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {
  private final ProblemResponses responses;

  ProblemExceptionHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  public HttpResponse<?> handle(HttpRequest request, ProblemException e) {
    var correlation = Correlation.of((HttpRequest<?>) request).orElse(null);
    return responses.answer((HttpRequest<?>) request, HttpResponse.status(e.status()),
        Problem.of(e.status(), e.slug(), e.getMessage(), e.errors(), correlation));
  }
}
