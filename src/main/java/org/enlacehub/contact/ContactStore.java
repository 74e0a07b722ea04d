package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import io.micronaut.serde.ObjectMapper;
import org.enlacehub.contact.AddressRepository.Sealable;
import org.enlacehub.contact.AttributeRepository.Tagged;
import org.enlacehub.contact.AttributeRepository.Value;
import org.enlacehub.contact.TrailRepository.Step;
import org.enlacehub.contact.WordRepository.Words;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.database.Statements;

/** Puts whole contacts into the tables and takes them out, many at once. Call inside a transaction. */
@Singleton
class ContactStore {
  private static final int IN_LIST = 2_000;
  private final ContactRepository contacts;
  private final AddressRepository addresses;
  private final AttributeRepository attributes;
  private final WordRepository words;
  private final TrailRepository trail;
  private final ConsentTrail consentTrail;
  private final MergeRepository merges;
  private final ObjectMapper json;

  ContactStore(ContactRepository contacts, AddressRepository addresses, AttributeRepository attributes, WordRepository words,
      TrailRepository trail, ConsentTrail consentTrail, MergeRepository merges, ObjectMapper json) {
    this.contacts = contacts;
    this.addresses = addresses;
    this.attributes = attributes;
    this.words = words;
    this.trail = trail;
    this.consentTrail = consentTrail;
    this.merges = merges;
    this.json = json;
  }

  /** A contact before and after, both of one id, and what it was that changed it. */
  record Change(KeyedContact before, Contact after, String action) {
    Change(KeyedContact before, Contact after) {
      this(before, after, "changed");
    }
  }

  /** Active contacts with everything that belongs to them: five statements for each 2,000. */
  Map<Long, KeyedContact> load(Collection<Long> ids) {
    return Remembered.people(ids, missing -> load(missing, ContactState.ACTIVE));
  }

  /** Active contacts without their addresses, tags and declared fields: two statements, for lists that only name people. */
  Map<Long, KeyedContact> loadBare(Collection<Long> ids) {
    var keys = contacts.keys(ids, Set.of(ContactState.ACTIVE));
    var sealers = new HashMap<Long, Sealer>();
    keys.forEach((id, key) -> sealers.put(id, contacts.sealer(id, key)));
    var all = new HashMap<Long, KeyedContact>();
    contacts.read(keys, sealers, _ -> new ContactRepository.Parts(List.of(), Collections.emptySortedSet(), Map.of()))
        .forEach(keyed -> all.put(keyed.id(), keyed));
    return all;
  }

  /** A contact that lies in another, as it was; it must be one. */
  KeyedContact loadMerged(long id) {
    return Optional.ofNullable(load(List.of(id), ContactState.MERGED).get(id)).orElseThrow();
  }

  /** As {@link #load}, by the ids that were asked: one that lies in another stands for that other. */
  Map<Long, KeyedContact> loadFollowing(Collection<Long> ids) {
    var all = load(ids);
    if (all.size() == ids.size()) return all;
    var survivors = merges.survivors(ids);
    var theirs = load(Set.copyOf(survivors.values()));
    survivors.forEach((id, survivor) -> {
      if (theirs.containsKey(survivor)) all.put(id, theirs.get(survivor));
    });
    return all;
  }

  private Map<Long, KeyedContact> load(Collection<Long> ids, ContactState state) {
    var all = new HashMap<Long, KeyedContact>();
    var list = List.copyOf(ids);
    for (int from = 0; from < list.size(); from += IN_LIST) {
      var keys = contacts.keys(list.subList(from, Math.min(from + IN_LIST, list.size())), Set.of(state));
      var sealers = new HashMap<Long, Sealer>();
      keys.forEach((id, key) -> sealers.put(id, contacts.sealer(id, key)));
      var theirAddresses = addresses.ofContacts(sealers);
      var theirAttributes = attributes.ofContacts(sealers);
      var theirTags = attributes.tagsOf(sealers.keySet());
      contacts.read(keys, sealers, id -> new ContactRepository.Parts(theirAddresses.getOrDefault(id, List.of()),
          theirTags.getOrDefault(id, Collections.emptySortedSet()), theirAttributes.getOrDefault(id, Map.of())))
          .forEach(keyed -> all.put(keyed.id(), keyed));
    }
    return all;
  }

  /** @throws ChangedMeanwhile when an address or reference was taken at the same moment */
  void insertAll(List<KeyedContact> made, Origin origin, Instant now) {
    guarded(() -> {
      contacts.insertAll(made);
      addresses.insertAll(made.stream().flatMap(k -> k.addresses().stream().map(a -> new Sealable(a, k.sealer()))).toList(), now);
      attributes.put(made.stream().flatMap(k -> values(k, k.contact().attributes())).toList());
      attributes.addTags(made.stream().flatMap(k -> k.contact().tags().stream().map(t -> new Tagged(k.id(), t))).toList());
      var names = made.stream().map(k -> Words.of(k.contact())).toList();
      words.insertAll(names);
      words.putFullNames(names);
      trail.addAll(made.stream().map(k -> new Step(k.id(), now, "created", origin,
          String.join(" ", ContactFacts.of(k.contact()).keySet()), null, k.sealer())).toList());
      consentTrail.record(made.stream().flatMap(k -> k.addresses().stream()
          .map(a -> new ConsentTrail.Turn(a, ConsentState.NONE, a.consent(), k.sealer()))).toList(), origin, null, now);
    });
  }

  /** A contact whose only address is stored already. */
  void insertSender(KeyedContact made, Origin origin, Instant now) {
    guarded(() -> {
      contacts.insertAll(List.of(made));
      var names = List.of(Words.of(made.contact()));
      words.insertAll(names);
      words.putFullNames(names);
      trail.addAll(List.of(new Step(made.id(), now, "created", origin, String.join(" ", ContactFacts.of(made.contact()).keySet()), null,
          made.sealer())));
    });
    Remembered.made(made);
  }

  /** Notes on the trail what became of a contact that has no fields of its own to change. */
  void tell(KeyedContact of, String action, Origin origin, Instant now) {
    trail.addAll(List.of(new Step(of.id(), now, action, origin, "", null, of.sealer())));
  }

  private static java.util.stream.Stream<Value> values(KeyedContact k, Map<String, String> texts) {
    return texts.entrySet().stream().map(e -> new Value(k.id(), e.getKey(), e.getValue(), k.sealer()));
  }

  /** @throws ChangedMeanwhile when one of them was changed since it was loaded, or an address was taken at the same moment */
  void updateAll(List<Change> changes, Origin origin, Instant now) {
    Remembered.forgetPeople();
    guarded(() -> {
      if (!contacts.updateAll(changes.stream().map(c -> c.before().with(c.after())).toList())) throw new ChangedMeanwhile(null);
      var parts = new ChangedParts();
      changes.forEach(parts::add);
      addresses.deleteAll(parts.goneAddresses.stream().map(Address::id).toList());
      addresses.insertAll(parts.newAddresses, now);
      addresses.updateAll(parts.changedAddresses);
      attributes.put(parts.values);
      attributes.removeTags(parts.goneTags);
      attributes.addTags(parts.newTags);
      words.deleteAll(parts.oldWords);
      words.insertAll(parts.newWords);
      words.putFullNames(parts.newWords);
      trail.addAll(changes.stream().map(c -> step(c, origin, now)).toList());
      consentTrail.record(parts.turns, origin, null, now);
    });
  }

  private Step step(Change change, Origin origin, Instant now) {
    var differences = ContactFacts.differences(change.before().contact(), change.after());
    try {
      return new Step(change.after().id(), now, change.action(), origin, String.join(" ", differences.keySet()),
          json.writeValueAsString(differences), change.before().sealer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What must be written of many changes, table by table. */
  private static final class ChangedParts {
    final List<Sealable> newAddresses = new ArrayList<>();
    final List<Address> changedAddresses = new ArrayList<>();
    final List<Address> goneAddresses = new ArrayList<>();
    final List<ConsentTrail.Turn> turns = new ArrayList<>();
    final List<Value> values = new ArrayList<>();
    final List<Tagged> newTags = new ArrayList<>();
    final List<Tagged> goneTags = new ArrayList<>();
    final List<Words> oldWords = new ArrayList<>();
    final List<Words> newWords = new ArrayList<>();

    void add(Change change) {
      var before = change.before().contact();
      var after = change.after();
      var sealer = change.before().sealer();
      var old = new HashMap<Long, Address>();
      before.addresses().forEach(a -> old.put(a.id(), a));
      for (var address : after.addresses()) {
        var known = old.remove(address.id());
        if (known == null) newAddresses.add(new Sealable(address, sealer));
        else if (!known.equals(address)) changedAddresses.add(address);
        turns.add(new ConsentTrail.Turn(address, known == null ? ConsentState.NONE : known.consent(), address.consent(), sealer));
      }
      goneAddresses.addAll(old.values());
      var texts = new HashMap<String, String>();
      before.attributes().keySet().forEach(field -> texts.put(field, null));
      texts.putAll(after.attributes());
      texts.forEach((field, text) -> {
        if (!java.util.Objects.equals(text, before.attributes().get(field))) values.add(new Value(after.id(), field, text, sealer));
      });
      after.tags().stream().filter(t -> !before.tags().contains(t)).forEach(t -> newTags.add(new Tagged(after.id(), t)));
      before.tags().stream().filter(t -> !after.tags().contains(t)).forEach(t -> goneTags.add(new Tagged(after.id(), t)));
      var wordsBefore = Words.of(before);
      var wordsAfter = Words.of(after);
      if (!wordsBefore.equals(wordsAfter)) {
        oldWords.add(wordsBefore);
        newWords.add(wordsAfter);
      }
    }
  }

  private static void guarded(Runnable writing) {
    try {
      writing.run();
    } catch (ChangedMeanwhile e) {
      throw e;
    } catch (RuntimeException e) {
      throw Statements.contended(e) ? new ChangedMeanwhile(e) : e;
    }
  }
}
