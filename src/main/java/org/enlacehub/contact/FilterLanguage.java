package org.enlacehub.contact;

/** Reads a condition that a person wrote; the audience room offers it as a bean. */
public interface FilterLanguage {

  /** The condition in SQL, or what is wrong with it. */
  Reading read(String text);

  /** What came of reading. */
  sealed interface Reading {
    record Read(ContactFilter filter) implements Reading {}

    /** Not a condition: {@code offset} is the character (from 0) at which it fails. */
    record Wrong(int offset, String message) implements Reading {}
  }
}
