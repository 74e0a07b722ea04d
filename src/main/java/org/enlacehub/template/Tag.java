package org.enlacehub.template;

/**
 * One placeholder in a text.
 *
 * @param line as an editor shows it
 * @param guarded for a VALUE: it stands inside the section of its own name, so that it is not missed when it is empty
 */
record Tag(Kind kind, String name, int line, boolean guarded) {
  enum Kind {
    /** {@code {{name}}}. */
    VALUE,
    /** {@code {{#name}}} … {@code {{/name}}}: only when there is a value. */
    IF_PRESENT,
    /** {@code {{^name}}} … {@code {{/name}}}: only when there is none. */
    IF_ABSENT
  }
}
