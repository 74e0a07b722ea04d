package org.enlacehub.console;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;
import org.enlacehub.account.NavEntry;

/** The way to the start page. */
@Factory
class HomeNav {

  @Singleton
  NavEntry home() {
    return new NavEntry("home", "console.nav.home", "/", 0, Set.of(), "home");
  }
}
