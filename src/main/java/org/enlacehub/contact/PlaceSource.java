package org.enlacehub.contact;

/** How a place is known. */
public enum PlaceSource {
  /** The person said so. */
  PERSON,
  STAFF,
  FILE,
  /** Guessed from a telephone number's prefix. */
  PHONE,
  /** Found in a message. */
  MESSAGE
}
