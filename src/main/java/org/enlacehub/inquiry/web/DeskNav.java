package org.enlacehub.inquiry.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.enlacehub.account.NavEntry;
import org.enlacehub.account.Role;

/** The ways to the desk and to those on duty. */
@Factory
class DeskNav {

  @Singleton
  @Named("inbox")
  NavEntry inbox() {
    return new NavEntry("inbox", "inquiry.nav", "/bandeja", 10, Set.of(Role.OFFICER, Role.ADMINISTRATOR), "inbox");
  }

  @Singleton
  @Named("duty")
  NavEntry duty() {
    return new NavEntry("duty", "inquiry.duty", "/guardias", 15, Set.of(Role.OFFICER, Role.ADMINISTRATOR), "shield");
  }
}
