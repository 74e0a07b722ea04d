package org.enlacehub.account.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.View;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.InvalidAccount;
import org.enlacehub.account.Role;
import org.enlacehub.account.Sessions;
import org.enlacehub.account.Staffs;
import org.enlacehub.account.TokenScope;
import org.enlacehub.account.Tokens;
import org.enlacehub.platform.web.ProblemException;

/** One's own account: password and tokens; language and theme are the frame's. */
@Controller("/ajustes/perfil")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class ProfilePages {
  private static final String PATH = "/ajustes/perfil";
  private final Staffs staffs;
  private final Tokens tokens;
  private final Sessions sessions;
  private final SessionCookie cookie;

  ProfilePages(Staffs staffs, Tokens tokens, Sessions sessions, SessionCookie cookie) {
    this.staffs = staffs;
    this.tokens = tokens;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @Serdeable
  record PasswordForm(@Nullable String old, @Nullable String password, @Nullable String again) {}

  @Serdeable
  record TokenForm(@Nullable String scope) {}

  @Get
  @View("account/profile")
  ProfilePage show(Authentication authentication) {
    return page(Actor.of(authentication), Map.of(), null);
  }

  @Post("/clave")
  @View("account/profile")
  HttpResponse<?> changePassword(HttpRequest<?> request, Authentication authentication, @Body PasswordForm form) {
    var self = Actor.of(authentication);
    var wanted = form.password() == null ? "" : form.password();
    if (!wanted.equals(form.again())) {
      return HttpResponse.badRequest(page(self, Map.of("again", "account.wrong.passwordDiffers"), null));
    }
    try {
      staffs.changePassword(self, form.old() == null ? "" : form.old(), wanted);
    } catch (InvalidAccount e) {
      return HttpResponse.badRequest(page(self, byField(e), null));
    }
    // All sessions have ended, on every device; this browser gets a new one.
    return cookie.set(HttpResponse.seeOther(LocalPath.done(PATH, "account.done.password")),
        sessions.open(self.staffId(), cookie.read(request).orElse(null)));
  }

  @Post("/tokens")
  @View("account/profile")
  ProfilePage makeToken(Authentication authentication, @Body TokenForm form) {
    var self = Actor.of(authentication);
    var issued = tokens.issue(self, self.staffId(), TokenScope.parse(form.scope()).map(Set::of).orElse(Set.of()), null);
    return page(self, Map.of(), issued.secret());
  }

  @Post("/tokens/{id}/revocar")
  HttpResponse<?> revokeToken(Authentication authentication, long id) {
    var self = Actor.of(authentication);
    tokens.revoke(self, self.staffId(), id);
    return HttpResponse.seeOther(LocalPath.done(PATH, "account.done.tokenRevoked"));
  }

  private ProfilePage page(Actor self, Map<String, String> errors, @Nullable String secret) {
    var person = staffs.find(self.staffId()).orElseThrow(() -> ProblemException.notFound("account"));
    return new ProfilePage(person, self.may(Role.ADMINISTRATOR), tokens.of(person.id()), errors, secret);
  }

  static Map<String, String> byField(InvalidAccount e) {
    return e.faults().stream()
        .collect(Collectors.toMap(InvalidAccount.Fault::field, InvalidAccount.Fault::textKey, (first, _) -> first));
  }
}
