package org.enlacehub.account.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.enlacehub.account.Sessions;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Who sits at the browser: reads the session's cookie. */
@Singleton
class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>> {
  /** Paths that are the same for everybody, so that no style sheet costs a question to the database. */
  private static final List<String> NOBODY = List.of("/webjars/", "/static/", "/webhooks/", "/u/", "/health", "/prometheus");
  /** Set by pages on what they ask again and again while nobody does anything. */
  private static final String BY_ITSELF = "X-By-Itself";
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Scheduler scheduler;

  SessionFetcher(Sessions sessions, SessionCookie cookie, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.scheduler = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    if (NOBODY.stream().anyMatch(request.getPath()::startsWith) || BearerFetcher.isBearer(request)) return Mono.empty();
    return cookie.read(request)
        .map(value -> Mono.fromCallable(() -> sessions.find(value, !request.getHeaders().contains(BY_ITSELF)).map(Identities::of).orElse(null)).subscribeOn(scheduler))
        .orElse(Mono.empty());
  }
}
