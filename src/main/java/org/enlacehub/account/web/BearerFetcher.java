package org.enlacehub.account.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.enlacehub.account.Tokens;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Which program calls: reads the bearer token (RFC 6750), on the paths of the API only. */
@Singleton
class BearerFetcher implements AuthenticationFetcher<HttpRequest<?>> {
  private static final String API = "/api/";
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 500;
  private final Tokens tokens;
  private final Scheduler scheduler;

  BearerFetcher(Tokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.tokens = tokens;
    this.scheduler = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    return token(request)
        .map(secret -> Mono.fromCallable(() -> tokens.find(secret).map(Identities::of).orElse(null)).subscribeOn(scheduler))
        .orElse(Mono.empty());
  }

  static boolean isBearer(HttpRequest<?> request) {
    return token(request).isPresent();
  }

  private static Optional<String> token(HttpRequest<?> request) {
    if (!request.getPath().startsWith(API)) return Optional.empty();
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.length() < LONGEST && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip()).filter(secret -> !secret.isEmpty());
  }
}
