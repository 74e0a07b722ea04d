package org.enlacehub.account.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import java.util.Set;
import org.enlacehub.platform.web.ProblemException;

/** Keeps a token that may only read from anything else. */
@ServerFilter("/api/**")
class ScopeFilter implements Ordered {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @RequestFilter
  void check(HttpRequest<?> request) {
    var readOnly = request.getUserPrincipal(Authentication.class)
        .map(who -> who.getAttributes().containsKey(Identities.READ_ONLY)).orElse(false);
    if (readOnly && !READING.contains(request.getMethod())) {
      throw new ProblemException(HttpStatus.FORBIDDEN, "insufficient-scope", "This token may only read. Use one with the scope \"write\".");
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }
}
