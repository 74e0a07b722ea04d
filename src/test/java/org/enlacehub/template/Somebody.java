package org.enlacehub.template;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Lets a request of a test say by the header {@code X-Role} who it is from. */
@Singleton
@Requires(property = Somebody.ON)
public class Somebody implements AuthenticationFetcher<HttpRequest<?>> {
  /** The property of contexts in which this counts. */
  public static final String ON = "template-tests";

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    var role = request.getHeaders().get("X-Role");
    return role == null ? Mono.empty() : Mono.just(Authentication.build("somebody", List.of(role)));
  }
}
