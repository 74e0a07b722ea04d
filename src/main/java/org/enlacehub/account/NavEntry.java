package org.enlacehub.account;

import java.util.Set;

/**
 * One way into the console. A room offers a bean of this type for each of its start pages; the console draws those that the
 * signed-in person may use.
 *
 * @param id stable word, marks the entry that is open (see {@code path})
 * @param textKey key of the label in the room's bundle
 * @param path where it leads, such as {@code /bandeja}; pages below it count as the same entry
 * @param order place in the rail: Inicio 0, Bandeja 10, Campañas 20, Contactos 30, Conocimiento 40, Análisis 50, Ajustes 90
 * @param roles who sees it; empty means everyone who is signed in
 * @param icon name of a drawing in {@code part/icon.jte}
 */
public record NavEntry(String id, String textKey, String path, int order, Set<Role> roles, String icon) {

  public NavEntry {
    roles = Set.copyOf(roles);
  }

  /** True when {@code actor} may see this entry. */
  public boolean isFor(Actor actor) {
    return roles.isEmpty() || roles.stream().anyMatch(actor.roles()::contains);
  }
}
