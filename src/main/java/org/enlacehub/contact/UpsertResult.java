package org.enlacehub.contact;

/** What became of one draft of a bulk write. */
public sealed interface UpsertResult {
  record Created(long contactId) implements UpsertResult {}

  record Updated(long contactId) implements UpsertResult {}

  record Unchanged(long contactId) implements UpsertResult {}

  /**
   * Nothing was stored of this draft.
   *
   * @param field canonical name of the field that stands in the way
   * @param code {@code taken} (the address belongs to a contact with another reference), {@code other-person} (it belongs to a contact
   *     with another name), {@code ambiguous} (the addresses belong to different contacts), {@code exists} (mode add), {@code unknown}
   *     (mode update), {@code no-identity} (neither address nor reference)
   */
  record Rejected(String field, String code) implements UpsertResult {}
}
