package org.enlacehub.console;

import io.micronaut.core.annotation.Nullable;

/**
 * One tab of {@code part/tabs.jte}.
 *
 * @param count how many things lie behind it, as it should read; null when that is not said
 */
public record Tab(String text, String path, boolean current, @Nullable String count) {

  public Tab(String text, String path, boolean current) {
    this(text, path, current, null);
  }
}
