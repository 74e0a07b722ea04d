package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlacehub.platform.crypto.Sealer;

/** What a list shows of people, in two statements however many they are: a name, and the key to what is sealed for them. */
@Singleton
public class Nameplates {
  private final ContactStore store;
  private final Contacts contacts;
  private final ContactKeys keys;

  Nameplates(ContactStore store, Contacts contacts, ContactKeys keys) {
    this.store = store;
    this.contacts = contacts;
    this.keys = keys;
  }

  /**
   * One person.
   *
   * @param name null when we do not know it
   * @param sealer of this very contact, also when it lies in another by now
   */
  public record Nameplate(@Nullable String name, Sealer sealer) {}

  /** By id; erased contacts are absent. A merged one has the name of the contact that it lies in (some more statements). */
  @Transactional
  public Map<Long, Nameplate> of(Collection<Long> contactIds) {
    var all = new HashMap<Long, Nameplate>();
    store.loadBare(contactIds).forEach((id, keyed) -> all.put(id, new Nameplate(keyed.contact().displayName(), keyed.sealer())));
    var others = contactIds.stream().filter(id -> !all.containsKey(id)).collect(Collectors.toSet());
    if (!others.isEmpty()) {
      var sealers = keys.sealers(others);
      contacts.findAll(sealers.keySet()).forEach((id, contact) -> all.put(id, new Nameplate(contact.displayName(), sealers.get(id))));
    }
    return all;
  }
}
