package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Conditions on what is sealed: equality by keyed hash, nothing else is possible and nothing else is offered. */
@Singleton
public class IdentityFilters {
  private final Indexes indexes;

  IdentityFilters(Indexes indexes) {
    this.indexes = indexes;
  }

  /** Who has this address ({@code value} normalised). */
  public ContactFilter address(AddressKind kind, String value) {
    return new ContactFilter("c.id IN (SELECT a.contact_id FROM contact_address a WHERE a.kind = ? AND a.value_index = ?)",
        List.of(kind.name(), indexes.address(kind, value).hash().array()));
  }

  /** The keyed hash under which an address is kept, to look up many at once. */
  public byte[] addressHash(AddressKind kind, String value) {
    return indexes.address(kind, value).hash().array();
  }

  /** The keyed hash under which a reference is kept. */
  public byte[] externalIdHash(String value) {
    return indexes.externalId(value);
  }

  public ContactFilter externalId(String value) {
    return new ContactFilter("c.external_id_index = ?", List.of(indexes.externalId(value)));
  }

  /** Whose names hold all these words, whatever their order, accents and capitals; everybody's when there is no word. */
  public ContactFilter words(String names) {
    var words = Indexes.words(names);
    if (words.isEmpty()) return ContactFilter.ALL;
    var hashes = new ArrayList<Object>();
    words.forEach(word -> hashes.add(indexes.word(word)));
    return new ContactFilter(String.join(" AND ", Collections.nCopies(words.size(),
        "c.id IN (SELECT w.contact_id FROM contact_word w WHERE w.word_index = ?)")), hashes);
  }
}
