package org.enlacehub.template;

import java.util.Optional;

/** No template, or no pinned version of it, has this name. */
public final class UnknownTemplate extends RuntimeException {
  UnknownTemplate(String name, Optional<String> nearest) {
    super("There is no template '" + name + "'." + nearest.map(n -> " Did you mean '" + n + "'?").orElse(""));
  }
}
