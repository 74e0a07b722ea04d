package org.enlacehub.routing;

/**
 * A word of a message.
 *
 * @param folded lower case without accents
 * @param word as names are compared, abbreviations of generic words written out ({@code saint} for {@code st})
 * @param plain as phrases are compared, shorthand written out ({@code por} for {@code x})
 * @param start where it begins in the message
 * @param end where it ends
 * @param before what stands between it and the word before it
 * @param capitals written in capitals only
 */
record Token(String folded, String word, String plain, int start, int end, Gap before, boolean capitals) {

  /** What separates two words. */
  enum Gap {
    /** Blanks. */
    NONE,
    COMMA,
    /** The end of a sentence, a line, a picture sign. */
    STOP
  }

  boolean number() {
    return Character.isDigit(folded.charAt(0));
  }
}
