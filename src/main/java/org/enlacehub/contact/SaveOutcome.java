package org.enlacehub.contact;

/** How an attempt to save a contact ended. */
public sealed interface SaveOutcome {
  record Saved(Contact contact) implements SaveOutcome {}

  /** Somebody else saved meanwhile; nothing was stored. {@code current} is what they saved. */
  record Conflict(Contact current) implements SaveOutcome {}

  /** One of the addresses, or the reference, belongs to another contact; nothing was stored. {@code field} is its canonical name. */
  record Taken(String field, long otherId) implements SaveOutcome {}

  /** There is no such contact, or it was erased. */
  record Missing() implements SaveOutcome {}
}
