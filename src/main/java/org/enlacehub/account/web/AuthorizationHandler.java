package org.enlacehub.account.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.enlacehub.platform.web.Correlation;
import org.enlacehub.platform.web.ErrorPages;
import org.enlacehub.platform.web.Problem;

/**
 * Answers who is not signed in or may not: a page leads to the sign-in and back again, an htmx request makes the whole page go
 * there, a program reads a problem.
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class AuthorizationHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  private static final String ENTRY = "/entrar";
  private final BeanProvider<ErrorPages> pages;

  AuthorizationHandler(BeanProvider<ErrorPages> pages) {
    this.pages = pages;
  }

  @Override
  public MutableHttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest raw, AuthorizationException refused) {
    HttpRequest<?> request = raw;
    if (refused.isForbidden()) return forbidden(request);
    if (request.getHeaders().contains("HX-Request")) {
      var here = request.getHeaders().get("HX-Current-URL");
      return HttpResponse.unauthorized().header("HX-Redirect", entry(here == null ? "/" : pathOf(here)).toString());
    }
    if (isPage(request)) return HttpResponse.seeOther(entry(request.getMethod() == HttpMethod.GET ? request.getUri().toString() : "/"));
    return problem(request, HttpStatus.UNAUTHORIZED, "Send a valid token: \"Authorization: Bearer TOKEN\".")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  private MutableHttpResponse<?> forbidden(HttpRequest<?> request) {
    var answer = problem(request, HttpStatus.FORBIDDEN, "Your role may not do this.");
    if (!pages.isPresent()) return answer;
    return pages.get().render(request, answer.body())
        .<MutableHttpResponse<?>>map(html -> HttpResponse.status(HttpStatus.FORBIDDEN).body(html).contentType(MediaType.TEXT_HTML_TYPE))
        .orElse(answer);
  }

  private static MutableHttpResponse<Problem> problem(HttpRequest<?> request, HttpStatus status, String detail) {
    var slug = status == HttpStatus.UNAUTHORIZED ? "unauthorized" : "forbidden";
    return Problem.of(status, slug, detail, List.of(), Correlation.of(request).orElse(null)).response();
  }

  private static boolean isPage(HttpRequest<?> request) {
    return !request.getPath().startsWith("/api/")
        && request.accept().stream().anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
  }

  private static URI entry(String wished) {
    var back = LocalPath.or(wished, "/");
    return back.equals("/") ? URI.create(ENTRY) : UriBuilder.of(ENTRY).queryParam("ir", back).build();
  }

  private static String pathOf(String address) {
    try {
      var uri = URI.create(address);
      return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    } catch (IllegalArgumentException _) {
      return "/";
    }
  }
}
