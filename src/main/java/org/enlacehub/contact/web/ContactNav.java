package org.enlacehub.contact.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;
import org.enlacehub.account.NavEntry;

/** The way to the contacts. */
@Factory
class ContactNav {

  @Singleton
  NavEntry contacts() {
    return new NavEntry("contacts", "contact.nav", "/contactos", 30, Set.of(), "people");
  }
}
