package org.enlacehub.template;

/** The template exists and has no text for this medium in any language that would do. */
public final class NoSuchText extends RuntimeException {
  NoSuchText(String template, Medium medium, String language) {
    super("The template '" + template + "' has no text for " + medium.code() + " in '" + language + "' or a language that stands in for it.");
  }
}
