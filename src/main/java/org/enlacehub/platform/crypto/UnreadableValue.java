package org.enlacehub.platform.crypto;

/** A sealed value or key cannot be opened: changed, moved to another row, or its key was destroyed or is not configured. */
public final class UnreadableValue extends RuntimeException {
  UnreadableValue(String message, Throwable cause) {
    super(message, cause);
  }
}
