package org.enlacehub.console;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staffs;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.settings.Settings;

/** Language and theme: kept with the person who is signed in, and with the browser for the pages before sign-in. */
@Controller("/preferencias")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class PreferencesController {
  private static final Duration KEEP = Duration.ofDays(365);
  private final Staffs staffs;
  private final boolean secure;

  PreferencesController(Staffs staffs, Settings settings) {
    this.staffs = staffs;
    this.secure = settings.secure();
  }

  @Serdeable
  record Form(@Nullable String language, @Nullable String theme, @Nullable String back) {}

  @Post
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> choose(@Nullable Authentication authentication, @Body Form form) {
    var back = LocalPath.or(form.back(), "/");
    var person = authentication == null ? 0 : Actor.of(authentication).staffId();
    if (form.language() != null && Languages.OFFERED.contains(form.language())) {
      staffs.chooseLanguage(person, form.language());
      return HttpResponse.seeOther(LocalPath.done(back, "console.done.language"))
          .cookie(cookie(Preferences.LANGUAGE_COOKIE, form.language()));
    }
    if (form.theme() != null && Shell.THEMES.contains(form.theme())) {
      staffs.chooseTheme(person, form.theme());
      return HttpResponse.seeOther(LocalPath.done(back, "console.done.theme")).cookie(cookie(Preferences.THEME_COOKIE, form.theme()));
    }
    return HttpResponse.seeOther(java.net.URI.create(back));
  }

  private Cookie cookie(String name, String value) {
    return Cookie.of(name, value).path("/").maxAge(KEEP).httpOnly(true).secure(secure).sameSite(SameSite.Lax);
  }
}
