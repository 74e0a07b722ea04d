package org.enlacehub.account.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;
import org.enlacehub.account.NavEntry;

/** The way to the settings: everyone has a profile, administrators have more. */
@Factory
class SettingsNav {

  @Singleton
  NavEntry settings() {
    return new NavEntry("settings", "account.nav", "/ajustes", 90, Set.of(), "settings");
  }
}
