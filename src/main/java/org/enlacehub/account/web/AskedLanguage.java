package org.enlacehub.account.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.i18n.Texts;

/** The language in which a program is answered: the one it asks for by {@code Accept-Language}, else that of the token's owner. */
@Singleton
public class AskedLanguage {
  private final Languages languages;

  AskedLanguage(Languages languages) {
    this.languages = languages;
  }

  /** The texts of that language; those of the default where neither says one that is offered. */
  public Texts texts(HttpRequest<?> request, Authentication authentication) {
    return asked(request).map(languages::texts)
        .orElseGet(() -> languages.texts(String.valueOf(authentication.getAttributes().get(Actor.LANGUAGE))));
  }

  private static Optional<String> asked(HttpRequest<?> request) {
    try {
      return request.getHeaders().findFirst(HttpHeaders.ACCEPT_LANGUAGE).map(Locale.LanguageRange::parse)
          .map(ranges -> Locale.lookupTag(ranges, Languages.OFFERED));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // What cannot be read asks for nothing; the JDK stumbles over some of it.
      return Optional.empty();
    }
  }
}
