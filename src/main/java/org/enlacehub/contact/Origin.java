package org.enlacehub.contact;

import org.enlacehub.account.Actor;

/**
 * Who changes a contact, and by which way.
 *
 * @param source {@code api}, {@code console}, {@code inbound}, {@code import:17}, {@code preferences}; at most 60 characters, nothing
 *     personal
 * @param by whose word it is; decides whether a withdrawal is undone by a grant and how a place is known
 */
public record Origin(Actor actor, String source, GivenBy by) {

  /** Whose word it is. */
  public enum GivenBy { PERSON, STAFF, FILE }

  public Origin {
    if (source.length() > 60) throw new IllegalArgumentException("source is longer than 60 characters");
  }

  /** The person themselves, through {@code source}. */
  public static Origin person(String source) {
    return new Origin(Actor.system(source), source, GivenBy.PERSON);
  }

  public static Origin staff(Actor actor, String source) {
    return new Origin(actor, source, GivenBy.STAFF);
  }

  public static Origin file(Actor actor, String source) {
    return new Origin(actor, source, GivenBy.FILE);
  }

  PlaceSource placeSource() {
    return switch (by) {
      case PERSON -> PlaceSource.PERSON;
      case STAFF -> PlaceSource.STAFF;
      case FILE -> PlaceSource.FILE;
    };
  }
}
