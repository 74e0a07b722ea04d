package org.enlacehub.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what nobody expected under the request's correlation id, and answers without telling its inside. A lost database is a 503. */
@Singleton
class UnexpectedErrorHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrorHandler.class);
  private final ProblemResponses responses;

  UnexpectedErrorHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  public HttpResponse<?> handle(HttpRequest request, Throwable e) {
    var r = (HttpRequest<?>) request;
    var correlation = Correlation.of(r).orElse(null);
    if (databaseIsAway(e)) {
      LOG.warn("{} {}: the database does not answer", r.getMethodName(), routeOf(r));
      return responses.answer(r, HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "5"),
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "The database does not answer; nothing was changed. Try again in a moment.",
              List.of(), correlation));
    }
    LOG.error("{} {} failed", r.getMethodName(), routeOf(r), e);
    return responses.answer(r, HttpResponse.serverError(),
        Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something broke on our side; the reference finds it in the log.",
            List.of(), correlation));
  }

  private static boolean databaseIsAway(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServiceUnavailable || cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith("08")) {
        return true;
      }
    }
    return false;
  }

  /** The route's pattern: a path could hold a token. */
  private static String routeOf(HttpRequest<?> request) {
    return request.getAttribute(io.micronaut.http.HttpAttributes.URI_TEMPLATE, String.class).orElse("(no route)");
  }
}
