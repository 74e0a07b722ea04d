package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.security.authentication.Authentication;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who acts: a member of staff, the bootstrap token, or the product itself.
 *
 * @param staffId the row in {@code staff}; 0 when no person stands behind the act
 * @param name for the screen only; never log it
 * @param desk code of the consulate whose desk the person works at; null when at none
 */
public record Actor(long staffId, String name, Set<Role> roles, @Nullable String desk) {

  /** Attribute of an {@link Authentication} that holds the staff id, as a decimal string. */
  public static final String STAFF_ID = "staffId";
  /** Attribute that holds the person's name. */
  public static final String NAME = "name";
  /** Attribute that holds the desk's consulate code; absent when none. */
  public static final String DESK = "desk";
  /** Attribute that holds the language that the person chose. */
  public static final String LANGUAGE = "language";
  /** Attribute that holds the theme that the person chose. */
  public static final String THEME = "theme";

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** The product acting by itself; {@code why} is a word for the audit log such as {@code retention}. */
  public static Actor system(String why) {
    return new Actor(0, "system:" + why, Set.of(), null);
  }

  /** The actor behind a request; roles that we do not know are ignored. */
  public static Actor of(Authentication authentication) {
    var attributes = authentication.getAttributes();
    var roles = EnumSet.noneOf(Role.class);
    authentication.getRoles().forEach(name -> Role.parse(name).ifPresent(roles::add));
    return new Actor(
        Long.parseLong(attributes.getOrDefault(STAFF_ID, "0").toString()),
        attributes.getOrDefault(NAME, authentication.getName()).toString(),
        roles,
        (String) attributes.get(DESK));
  }

  /** True when the actor has at least one of these roles. */
  public boolean may(Role... any) {
    for (var role : any) if (roles.contains(role)) return true;
    return false;
  }

  /** The desks whose matters the actor may see: a consulate officer their own, all others every one. */
  public DeskScope scope() {
    if (staffId == 0 || may(Role.ADMINISTRATOR, Role.COMMUNICATION)) return new DeskScope.All();
    return desk == null ? new DeskScope.None() : new DeskScope.Only(desk);
  }
}
