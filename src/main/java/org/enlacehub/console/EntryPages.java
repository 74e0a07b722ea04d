package org.enlacehub.console;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.View;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.enlacehub.account.Sessions;
import org.enlacehub.account.SignIn;
import org.enlacehub.account.SignInHint;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.account.web.SessionCookie;
import org.enlacehub.platform.settings.Settings;

/** Coming in and going out. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class EntryPages {
  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final HttpClientAddressResolver addresses;
  private final List<SignInHint> hints;

  EntryPages(SignIn signIn, Sessions sessions, SessionCookie cookie, HttpClientAddressResolver addresses, List<SignInHint> hints,
      Settings settings) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.addresses = addresses;
    this.hints = settings.sandbox() ? hints : List.of();
  }

  @Serdeable
  record Form(@Nullable String email, @Nullable String password, @Nullable String ir) {}

  @Get("/entrar")
  @View("console/entry")
  HttpResponse<?> show(@Nullable Authentication authentication, @Nullable @QueryValue String ir) {
    if (authentication != null) return HttpResponse.seeOther(URI.create(LocalPath.or(ir, "/")));
    return HttpResponse.ok(new EntryPage("", LocalPath.or(ir, ""), null, null, hints));
  }

  @Post("/entrar")
  @View("console/entry")
  HttpResponse<?> enter(HttpRequest<?> request, @Body Form form) {
    var email = form.email() == null ? "" : form.email().strip();
    var go = LocalPath.or(form.ir(), "");
    if (email.isEmpty() || form.password() == null || form.password().isEmpty()) {
      return HttpResponse.badRequest(new EntryPage(email, go, "console.entry.blank", null, hints));
    }
    return switch (signIn.attempt(email, form.password(), addresses.resolve(request), cookie.read(request).orElse(null))) {
      case SignIn.Outcome.In(_, var value) -> cookie.set(HttpResponse.seeOther(URI.create(go.isEmpty() ? "/" : go)), value);
      case SignIn.Outcome.Refused() ->
          HttpResponse.status(HttpStatus.UNAUTHORIZED).body(new EntryPage(email, go, "console.entry.wrong", null, hints));
      case SignIn.Outcome.Wait(Duration left) -> HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
          .header("Retry-After", Long.toString(left.toSeconds() + 1)).body(new EntryPage(email, go, "console.entry.wait", left, hints));
    };
  }

  @Post("/salir")
  HttpResponse<?> leave(HttpRequest<?> request) {
    cookie.read(request).ifPresent(sessions::close);
    return cookie.clear(HttpResponse.seeOther(LocalPath.done("/entrar", "console.done.left")));
  }
}
