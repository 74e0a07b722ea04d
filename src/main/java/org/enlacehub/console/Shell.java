package org.enlacehub.console;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * What the frame around a page must know; {@link ShellModel} adds it to every page's model as {@code shell}.
 *
 * @param nav the entries that the person may use, in order; empty before sign-in
 * @param person who is signed in; null before sign-in
 * @param language {@code es} or {@code en}
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param sandbox true when the carriers are stand-ins; every page says so
 * @param path this page's path with its query, to come back to
 * @param searchPath where the one search box leads; null while there is no search
 * @param toast key of a text to say once; null mostly
 * @param assets changes when our CSS or JS changes
 * @param wording dates and numbers as this person reads them
 */
@Introspected
public record Shell(List<Entry> nav, @Nullable Person person, String language, String theme, boolean sandbox, String path,
    @Nullable String searchPath, @Nullable String toast, String assets, Wording wording) {

  /** The themes that a person may choose, in the order of the menu. */
  public static final List<String> THEMES = List.of("light", "dark", "system");

  /** One entry of the rail; {@code last} stands at its end. */
  public record Entry(String text, String path, String icon, boolean current, boolean last) {}

  /** Who is signed in; {@code desk} is the desk's name, null at none; {@code roles} in words. */
  public record Person(long id, String name, String initials, @Nullable String desk, String roles) {}

  /** True when the page is drawn dark before any script has run. */
  public boolean isDark() {
    return theme.equals("dark");
  }
}
