package org.enlacehub.platform.config;

/**
 * One thing that is wrong in a configuration file: where it is, what it is and what to do about it.
 *
 * @param file path as a person would type it, relative to the folder that was checked
 * @param line line as an editor shows it, the first is 1; 0 when the finding is about the whole file
 * @param field JSON pointer (RFC 6901) to the field, for programs that sent the same as JSON; empty when there is none
 * @param message what is wrong, in English, one sentence
 * @param remedy what to do, in English, one sentence
 */
public record Finding(String file, int line, String field, String message, String remedy) {

  /** {@code file:line: message remedy}, the form that editors turn into a link. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message + (remedy.isEmpty() ? "" : " " + remedy);
  }
}
