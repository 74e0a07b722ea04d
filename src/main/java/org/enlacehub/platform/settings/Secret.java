package org.enlacehub.platform.settings;

/** A password, token or key from the environment; its text never reaches a log. */
public record Secret(String reveal) {
  public Secret {
    if (reveal.isBlank()) {
      throw new IllegalArgumentException("a secret cannot be blank");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
