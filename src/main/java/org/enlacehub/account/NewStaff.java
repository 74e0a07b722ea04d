package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import java.util.Set;

/**
 * What is asked for a new account, unchecked; {@link Staffs#create} checks it.
 *
 * @param password null to have none yet: the person cannot sign in, tokens work
 * @param language null for Spanish
 */
public record NewStaff(String name, String email, Set<Role> roles, @Nullable String desk, @Nullable String password,
    @Nullable String language) {

  /** Names nobody. */
  @Override
  public String toString() {
    return "NewStaff[]";
  }
}
