package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.security.authentication.Authentication;
import org.enlacehub.account.Actor;
import org.enlacehub.audience.SavedAudiences;
import org.enlacehub.platform.web.ProblemException;

/** What holds for audiences and lists alike: who may make one, and what it may be called. */
final class NamedThings {
  static final int LONGEST_TITLE = 120;

  private NamedThings() {}

  /** The actor, when they may make something at all. */
  static Actor creator(Authentication authentication) {
    var actor = Actor.of(authentication);
    if (SavedAudiences.mayCreate(actor)) return actor;
    throw new ProblemException(HttpStatus.FORBIDDEN, "no-desk", "Your account has no desk; an administrator can set it.");
  }

  /** The title of a request of the API. */
  static String title(@Nullable String typed) {
    var title = typed == null ? "" : typed.strip();
    if (title.isEmpty()) throw ProblemException.invalid("/title", "missing", "Give it a title.");
    if (title.length() > LONGEST_TITLE) throw ProblemException.invalid("/title", "too-long", "At most " + LONGEST_TITLE + " characters.");
    return title;
  }
}
