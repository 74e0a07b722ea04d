package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.enlacehub.contact.UpkeepRepository.Key;
import org.enlacehub.contact.UpkeepRepository.Resident;
import org.enlacehub.contact.WordRepository.Words;
import org.enlacehub.platform.crypto.Vault;

/**
 * What must follow when the configuration changed: missions when the districts did, keys when the master key did. Online, in small
 * steps, and repeatable; what did not change costs a reading.
 */
@Singleton
public class Upkeep {
  private final UpkeepRepository repository;
  private final ContactStore store;
  private final WordRepository words;
  private final Residences residences;
  private final Vault vault;

  Upkeep(UpkeepRepository repository, ContactStore store, WordRepository words, Residences residences, Vault vault) {
    this.repository = repository;
    this.store = store;
    this.words = words;
    this.residences = residences;
    this.vault = vault;
  }

  /** Derives every contact's consulate again; how many changed. */
  public long reassign() {
    long changed = 0;
    for (var region : repository.regions()) {
      if (residences.needsPoint(region.country(), region.area())) {
        changed += reassignEach(region);
        continue;
      }
      var consulate = residences.consulate(Place.of(region.country(), region.area()));
      for (int step = repository.assign(region, consulate); step > 0; step = repository.assign(region, consulate)) changed += step;
    }
    return changed;
  }

  private long reassignEach(UpkeepRepository.Region region) {
    long changed = 0;
    for (var page = repository.residents(region, 0); !page.isEmpty(); page = repository.residents(region, page.getLast().id())) {
      var moved = new ArrayList<Resident>();
      for (var resident : page) {
        var consulate = residences.consulate(resident.place());
        if (!Objects.equals(consulate, resident.consulate())) moved.add(new Resident(resident.id(), resident.place(), consulate));
      }
      repository.assignEach(moved);
      changed += moved.size();
    }
    return changed;
  }

  /** Makes people who were stored before the search for duplicates findable by it; how many there were. */
  public long nameFully() {
    long named = 0;
    for (var page = repository.withoutFullName(0); !page.isEmpty(); page = repository.withoutFullName(page.getLast())) {
      named += nameFully(page);
    }
    return named;
  }

  @Transactional
  int nameFully(List<Long> page) {
    var names = store.loadBare(page).values().stream().map(keyed -> Words.of(keyed.contact())).filter(name -> name.words().size() > 1).toList();
    words.putFullNames(names);
    return names.size();
  }

  /** Wraps every contact's key by the current master key; how many were wrapped by another. The old one is needed until this is 0. */
  public long rewrap() {
    long changed = 0;
    for (var page = repository.keys(0); !page.isEmpty(); page = repository.keys(page.getLast().id())) {
      var old = new ArrayList<Key>();
      var wrapped = new ArrayList<Key>();
      for (var key : page) {
        var now = vault.rewrap(key.id(), key.wrapped());
        if (now == key.wrapped()) continue;
        old.add(key);
        wrapped.add(new Key(key.id(), now));
      }
      repository.replace(old, wrapped);
      changed += old.size();
    }
    return changed;
  }
}
