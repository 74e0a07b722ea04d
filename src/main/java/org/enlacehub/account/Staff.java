package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.Set;

/**
 * A person who works with Enlace.
 *
 * @param desk consulate at whose desk the person works; null at none
 * @param language {@code es} or {@code en}
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param passwordGiven the password was made by us and told once: the person should choose their own
 */
public record Staff(long id, String email, String name, Set<Role> roles, @Nullable String desk, String language, String theme,
    boolean active, boolean passwordGiven, Instant createdAt, @Nullable Instant signedInAt) {

  public Staff {
    roles = Set.copyOf(roles);
  }

  /** This person as the one who acts. */
  public Actor actor() {
    return new Actor(id, name, roles, desk);
  }

  /** Names nobody: ids only reach a log. */
  @Override
  public String toString() {
    return "Staff[" + id + "]";
  }
}
