package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of a person beside addresses and times of acquaintance: what a merge completes, and what its undoing gives back. */
@Serdeable
record Portrait(
    @Nullable String externalId, @Nullable String name, @Nullable String givenName, @Nullable String familyName,
    @Nullable String language, Place place, @Nullable PlaceSource placeSource, @Nullable Instant placeAt, @Nullable String timezone,
    @Nullable String consulate, @Nullable Integer birthYear, SortedSet<String> tags, Map<String, String> attributes,
    @Nullable String note) {
  private static final int NOTE = 5_000;

  static Portrait of(Contact c) {
    return new Portrait(c.externalId(), c.name(), c.givenName(), c.familyName(), c.language(), c.place(), c.placeSource(), c.placeAt(),
        c.timezone(), c.consulate(), c.birthYear(), c.tags(), c.attributes(), c.note());
  }

  /** The contact as this portrait shows it, one version on. */
  Contact of(Contact c, Instant now, List<Address> addresses) {
    return new Contact(c.id(), c.version() + 1, ContactState.ACTIVE, externalId, name, givenName, familyName, language, place, placeSource,
        placeAt, timezone, consulate, birthYear, tags, attributes, note, c.source(), c.firstHeard(), c.lastHeard(), c.created(), now,
        addresses);
  }

  /** This portrait with a tag, or without it. */
  Portrait tagged(String tag, boolean has) {
    var all = new TreeSet<>(tags);
    if (has) all.add(tag);
    else all.remove(tag);
    return new Portrait(externalId, name, givenName, familyName, language, place, placeSource, placeAt, timezone, consulate, birthYear, all,
        attributes, note);
  }

  /** This portrait, with the other's word where this one says nothing; tags and notes of both. */
  Portrait completed(Portrait other) {
    var where = place.isUnknown() ? other : this;
    var allTags = new TreeSet<>(tags);
    allTags.addAll(other.tags);
    var fields = new TreeMap<>(other.attributes);
    fields.putAll(attributes);
    return new Portrait(or(externalId, other.externalId), or(name, other.name), or(givenName, other.givenName),
        or(familyName, other.familyName), or(language, other.language), where.place, where.placeSource, where.placeAt,
        or(where.timezone, or(timezone, other.timezone)), or(where.consulate, or(consulate, other.consulate)),
        or(birthYear, other.birthYear), allTags, fields, notes(note, other.note));
  }

  /** This portrait without what {@code after} had over {@code before}; what somebody changed since stays. */
  Portrait without(Portrait before, Portrait after) {
    boolean samePlace = place.equals(after.place);
    var fewerTags = new TreeSet<>(tags);
    after.tags.stream().filter(tag -> !before.tags.contains(tag)).forEach(fewerTags::remove);
    var fewerFields = new TreeMap<>(attributes);
    after.attributes.forEach((field, text) -> {
      if (!before.attributes.containsKey(field)) fewerFields.remove(field, text);
    });
    return new Portrait(back(externalId, before.externalId, after.externalId), back(name, before.name, after.name),
        back(givenName, before.givenName, after.givenName), back(familyName, before.familyName, after.familyName),
        back(language, before.language, after.language), samePlace ? before.place : place, samePlace ? before.placeSource : placeSource,
        samePlace ? before.placeAt : placeAt, samePlace ? before.timezone : timezone, samePlace ? before.consulate : consulate,
        back(birthYear, before.birthYear, after.birthYear), fewerTags, fewerFields, back(note, before.note, after.note));
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first != null ? first : second;
  }

  private static <T> @Nullable T back(@Nullable T now, @Nullable T before, @Nullable T after) {
    return Objects.equals(now, after) ? before : now;
  }

  private static @Nullable String notes(@Nullable String first, @Nullable String second) {
    if (first == null || second == null || first.contains(second)) return or(first, second);
    var both = first + "\n" + second;
    return both.length() > NOTE ? both.substring(0, NOTE) : both;
  }

  @Override
  public String toString() {
    return "portrait";
  }
}
