package org.enlacehub.platform.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns every error that the framework answers into a problem response or, for a browser, a page. */
@Singleton
@Primary
class ProblemResponses implements ErrorResponseProcessor<Object> {
  private final BeanProvider<ErrorPages> pages;

  ProblemResponses(BeanProvider<ErrorPages> pages) {
    this.pages = pages;
  }

  @Override
  public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
    var request = context.getRequest();
    var status = response.status();
    if (request.getMethod() == HttpMethod.HEAD) {
      return cast(response);
    }
    // What the framework says of a wrong request helps its author; what broke inside is for the log only.
    boolean ours = status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode();
    var errors = ours ? List.<Problem.Error>of() : context.getErrors().stream()
        .map(e -> new Problem.Error(e.getPath().orElse(""), "invalid", e.getMessage())).toList();
    var detail = errors.size() == 1 ? errors.getFirst().detail() : null;
    var pointing = errors.stream().filter(e -> !e.pointer().isEmpty()).toList();
    return answer(request, response, Problem.of(status, slug(status), detail, pointing, Correlation.of(request).orElse(null)));
  }

  MutableHttpResponse<Object> answer(HttpRequest<?> request, MutableHttpResponse<?> response, Problem problem) {
    var page = pages.isPresent() ? pages.get().render(request, problem) : Optional.<String>empty();
    var answer = cast(response);
    answer.body(page.isPresent() ? page.get() : problem);
    return answer.contentType(page.isPresent() ? MediaType.TEXT_HTML : Problem.MEDIA_TYPE);
  }

  @SuppressWarnings("unchecked")
  private static MutableHttpResponse<Object> cast(MutableHttpResponse<?> response) {
    return (MutableHttpResponse<Object>) response;
  }

  private static String slug(HttpStatus status) {
    return status.getReason().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }
}
