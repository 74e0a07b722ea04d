package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be stored of a person. Everything is normalised already ({@link ContactReader} makes drafts of what people typed).
 * What null means depends on the act: a new contact lacks it, a replacement clears it, an import leaves it as it was.
 *
 * @param attributes declared fields in canonical text
 * @param consent purposes that the person agreed to, for all addresses of this draft
 */
public record ContactDraft(
    @Nullable String externalId, @Nullable String name, @Nullable String givenName, @Nullable String familyName,
    @Nullable String language, Place place, @Nullable String timezone, @Nullable Integer birthYear, @Nullable String note,
    List<AddressDraft> addresses, Set<String> tags, Map<String, String> attributes, Set<Purpose> consent) {

  public ContactDraft {
    addresses = List.copyOf(addresses);
    tags = Set.copyOf(tags);
    attributes = Map.copyOf(attributes);
    consent = Set.copyOf(consent);
  }

  /** The same without its reference. */
  ContactDraft withoutReference() {
    return new ContactDraft(null, name, givenName, familyName, language, place, timezone, birthYear, note, addresses, tags, attributes,
        consent);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects a draft; two addresses of one number become one. */
  public static final class Builder {
    private String externalId;
    private String name;
    private String givenName;
    private String familyName;
    private String language;
    private Place place = Place.UNKNOWN;
    private String timezone;
    private Integer birthYear;
    private String note;
    private final List<AddressDraft> addresses = new ArrayList<>();
    private final Set<String> tags = new TreeSet<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Set<Purpose> consent = EnumSet.noneOf(Purpose.class);

    public Builder externalId(@Nullable String value) {
      externalId = value;
      return this;
    }

    public Builder name(@Nullable String value) {
      name = value;
      return this;
    }

    public Builder givenName(@Nullable String value) {
      givenName = value;
      return this;
    }

    public Builder familyName(@Nullable String value) {
      familyName = value;
      return this;
    }

    public Builder language(@Nullable String value) {
      language = value;
      return this;
    }

    public Builder place(Place value) {
      place = value;
      return this;
    }

    public Builder timezone(@Nullable String value) {
      timezone = value;
      return this;
    }

    public Builder birthYear(@Nullable Integer value) {
      birthYear = value;
      return this;
    }

    public Builder note(@Nullable String value) {
      note = value;
      return this;
    }

    public Builder address(AddressDraft value) {
      for (int i = 0; i < addresses.size(); i++) {
        var old = addresses.get(i);
        if (old.kind() == value.kind() && old.value().equals(value.value())) {
          addresses.set(i, old.with(value));
          return this;
        }
      }
      addresses.add(value);
      return this;
    }

    public Builder tag(String value) {
      tags.add(value);
      return this;
    }

    public Builder attribute(String field, String canonical) {
      attributes.put(field, canonical);
      return this;
    }

    public Builder consent(Purpose value) {
      consent.add(value);
      return this;
    }

    public ContactDraft build() {
      return new ContactDraft(externalId, name, givenName, familyName, language, place, timezone, birthYear, note, addresses, tags,
          attributes, consent);
    }
  }

  @Override
  public String toString() {
    return "contact draft";
  }
}
