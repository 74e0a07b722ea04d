package org.enlacehub.contact.web;

import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import org.enlacehub.account.Actor;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.i18n.Texts;

/** The texts in the reader's language, for what a controller must say itself. */
@Singleton
class PageTexts {
  private final Languages languages;

  PageTexts(Languages languages) {
    this.languages = languages;
  }

  Texts of(Authentication reader) {
    return languages.texts(String.valueOf(reader.getAttributes().get(Actor.LANGUAGE)));
  }
}
