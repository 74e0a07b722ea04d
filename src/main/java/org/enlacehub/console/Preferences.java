package org.enlacehub.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.platform.i18n.Languages;

/** In which language and theme a request is answered: the person's own choice, else the browser's cookie, else its language. */
@Singleton
class Preferences {
  static final String LANGUAGE_COOKIE = "enlace_language";
  static final String THEME_COOKIE = "enlace_theme";

  String language(HttpRequest<?> request) {
    return attribute(request, Actor.LANGUAGE).or(() -> cookie(request, LANGUAGE_COOKIE)).filter(Languages.OFFERED::contains)
        .orElseGet(() -> asked(request));
  }

  String theme(HttpRequest<?> request) {
    return attribute(request, Actor.THEME).or(() -> cookie(request, THEME_COOKIE)).filter(Shell.THEMES::contains).orElse("system");
  }

  private static String asked(HttpRequest<?> request) {
    var first = List.copyOf(request.getHeaders().getAll("Accept-Language")).stream().findFirst().orElse("");
    return first.strip().toLowerCase(java.util.Locale.ROOT).startsWith("en") ? "en" : Languages.OFFERED.getFirst();
  }

  private static Optional<String> attribute(HttpRequest<?> request, String name) {
    return request.getUserPrincipal(Authentication.class).map(who -> (String) who.getAttributes().get(name));
  }

  private static Optional<String> cookie(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(name).map(Cookie::getValue);
  }
}
