package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import org.enlacehub.platform.i18n.Texts;

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
     * @param sentence what is wrong, in the reader's language
     * @param suggestion what was probably meant; null when nothing is near
     */
    record Wrong(int offset, Sentence sentence, @Nullable String suggestion) implements Reading {

      /** All of it: the character (from 1), what is wrong there, and what was probably meant. */
      public String told(Texts t) {
        return t.get("contact.search.at", offset + 1, sentence.in(t)) + (suggestion == null ? "" : " " + t.get("contact.search.meant", suggestion));
      }
    }
  }

  /** Something to be told to whoever reads. */
  @FunctionalInterface
  interface Sentence {
    String in(Texts t);
  }
}
