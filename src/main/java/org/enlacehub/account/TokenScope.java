package org.enlacehub.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a token reaches, within what its person may do. */
public enum TokenScope {
  /** Requests that change nothing. */
  READ,
  /** Requests that create, change or send; it includes {@link #READ}. */
  WRITE;

  /** Reads {@code read} or {@code write} in any case. */
  public static Optional<TokenScope> parse(String typed) {
    return Arrays.stream(values()).filter(scope -> scope.name().equalsIgnoreCase(typed == null ? "" : typed.strip())).findFirst();
  }

  static String join(Set<TokenScope> scopes) {
    return scopes.stream().sorted().map(scope -> scope.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
  }

  static Set<TokenScope> split(String text) {
    var found = EnumSet.noneOf(TokenScope.class);
    for (var word : text.split(",")) parse(word).ifPresent(found::add);
    return found;
  }
}
