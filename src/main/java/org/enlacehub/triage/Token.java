package org.enlacehub.triage;

/**
 * One word of a message after normalisation. Shorthand may give several words with the same offsets.
 *
 * @param plain lower case, no accents, no repeated letters, shorthand spelt out
 * @param sound how it sounds to a Spanish ear, see {@link Sound}
 * @param start offset of the written word in the message
 * @param end offset after it
 * @param pause what stands before the word
 * @param number its value when it is a whole number in digits or words, else -1
 */
record Token(String plain, String sound, int start, int end, Pause pause, int number) {

  /** How strongly a word is cut off from the one before it. */
  enum Pause { NONE, COMMA, STOP }
}
