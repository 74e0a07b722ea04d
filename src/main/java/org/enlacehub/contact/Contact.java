package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A person, opened: names and addresses are readable here and nowhere in the database.
 *
 * @param version grows with each change; who saves must name the one they saw
 * @param language BCP 47, as the person prefers it
 * @param placeSource how the place is known; null when it is not
 * @param timezone IANA zone, derived from the place or the telephone number when it was not given
 * @param consulate code of the competent mission; null while no place is known
 * @param attributes declared fields in canonical text: ISO dates, plain decimals, {@code true}/{@code false}
 * @param source where the contact came from: {@code api}, {@code console}, {@code import:17}, {@code inbound}
 * @param firstHeard when the person first wrote to us; null when never
 * @param addresses preferred first
 */
public record Contact(
    long id, int version, ContactState state,
    @Nullable String externalId, @Nullable String name, @Nullable String givenName, @Nullable String familyName,
    @Nullable String language, Place place, @Nullable PlaceSource placeSource, @Nullable Instant placeAt,
    @Nullable String timezone, @Nullable String consulate, @Nullable Integer birthYear,
    SortedSet<String> tags, Map<String, String> attributes, @Nullable String note, String source,
    @Nullable Instant firstHeard, @Nullable Instant lastHeard, Instant created, Instant updated,
    List<Address> addresses) {

  /** The name to show: the full name, else given and family name, else null. */
  public @Nullable String displayName() {
    return shownName(name, givenName, familyName);
  }

  /** As {@link #displayName()}, of these parts. */
  static @Nullable String shownName(@Nullable String name, @Nullable String given, @Nullable String family) {
    if (name != null) return name;
    if (given == null) return family;
    return family == null ? given : given + " " + family;
  }

  /** Ids only: a contact reaches no log. */
  @Override
  public String toString() {
    return "contact " + id + " v" + version;
  }
}
