package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;

/** Reads a condition that a person wrote; the audience room offers it as a bean. */
public interface FilterLanguage {

  /** The condition in SQL, or what is wrong with it. */
  Reading read(String text);

  /** What came of reading. */
  sealed interface Reading {
    record Read(ContactFilter filter) implements Reading {}

    /**
     * Not a condition.
     *
     * @param offset the character (from 0) at which it fails
     * @param message English sentence
     * @param suggestion what was probably meant; null when nothing is near
     */
    record Wrong(int offset, String message, @Nullable String suggestion) implements Reading {}
  }
}
