package org.enlacehub.inquiry.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;
import org.enlacehub.account.NavEntry;
import org.enlacehub.account.Role;

/** The way to the desk. */
@Factory
class DeskNav {

  @Singleton
  NavEntry inbox() {
    return new NavEntry("inbox", "inquiry.nav", "/bandeja", 10, Set.of(Role.OFFICER, Role.ADMINISTRATOR), "inbox");
  }
}
