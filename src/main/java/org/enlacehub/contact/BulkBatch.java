package org.enlacehub.contact;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.enlacehub.contact.Indexes.AddressKey;
import org.enlacehub.contact.UpsertResult.Created;
import org.enlacehub.contact.UpsertResult.Rejected;
import org.enlacehub.contact.UpsertResult.Unchanged;
import org.enlacehub.contact.UpsertResult.Updated;
import org.enlacehub.platform.crypto.Sealer;

/** One bulk write while it is worked out in memory: who is known, what is made, what is changed. */
final class BulkBatch {
  private final Indexes indexes;
  private final ContactMerge merge;
  private final UpsertMode mode;
  private final Origin origin;
  private final Instant now;
  private final Map<ByteBuffer, Long> byReference = new HashMap<>();
  private final Map<AddressKey, Long> byAddress = new HashMap<>();
  private final Map<Long, KeyedContact> stored = new HashMap<>();
  private final Map<Long, Contact> current = new HashMap<>();
  private final Map<Long, KeyedContact> fresh = new LinkedHashMap<>();
  private final LinkedHashSet<Long> touched = new LinkedHashSet<>();
  private final List<UpsertResult> results = new ArrayList<>();

  /** The id and key of a contact to be made. */
  record Fresh(long id, byte[] key, Sealer sealer) {}

  /** @param references who bears which, by what they were merged from too */
  BulkBatch(Indexes indexes, ContactMerge merge, Collection<KeyedContact> known, Map<ByteBuffer, Long> references, UpsertMode mode,
      Origin origin, Instant now) {
    this.indexes = indexes;
    this.merge = merge;
    this.mode = mode;
    this.origin = origin;
    this.now = now;
    byReference.putAll(references);
    for (var keyed : known) {
      stored.put(keyed.id(), keyed);
      remember(keyed.contact());
    }
  }

  void add(ContactDraft draft, Supplier<Fresh> ids) {
    results.add(outcome(draft, ids));
  }

  private UpsertResult outcome(ContactDraft draft, Supplier<Fresh> ids) {
    if (draft.externalId() == null && draft.addresses().isEmpty()) return new Rejected("phone", "no-identity");
    var referenced = draft.externalId() == null ? null : byReference.get(ByteBuffer.wrap(indexes.externalId(draft.externalId())));
    Long target = referenced;
    for (var address : draft.addresses()) {
      var owner = byAddress.get(indexes.address(address.kind(), address.value()));
      if (owner == null || owner.equals(target)) continue;
      if (target != null) return new Rejected(Contacts.field(address), referenced != null ? "taken" : "ambiguous");
      var obstacle = obstacle(current.get(owner), draft);
      if (obstacle != null) return new Rejected(Contacts.field(address), obstacle);
      target = owner;
    }
    if (target == null) return made(draft, ids);
    // A person who was two contacts keeps one reference; a file that still has the other means the same person.
    boolean byOther = referenced != null && !Objects.equals(current.get(referenced).externalId(), draft.externalId());
    return changed(target, byOther ? draft.withoutReference() : draft);
  }

  /** Why a contact that merely shares an address is not the person of the draft; null when it may be. */
  private static String obstacle(Contact owner, ContactDraft draft) {
    if (draft.externalId() != null && owner.externalId() != null) return "taken";
    var theirs = Indexes.words(owner.name(), owner.givenName(), owner.familyName());
    var ours = Indexes.words(draft.name(), draft.givenName(), draft.familyName());
    // A family that shares a telephone shares its surname too, so one common word is not enough when either has more.
    var common = new LinkedHashSet<>(theirs);
    common.retainAll(ours);
    boolean same = theirs.isEmpty() || ours.isEmpty() || common.size() * 2 >= Math.min(theirs.size(), ours.size()) && givenAgree(owner, draft);
    return same ? null : "other-person";
  }

  private static boolean givenAgree(Contact owner, ContactDraft draft) {
    var theirs = first(owner.givenName(), owner.name());
    var ours = first(draft.givenName(), draft.name());
    return theirs.isEmpty() || ours.isEmpty() || !Collections.disjoint(theirs, ours);
  }

  /** The words of the given name; of a full name alone, the first half of its words. */
  private static List<String> first(String given, String full) {
    var words = List.copyOf(Indexes.words(given != null ? given : full));
    return given != null ? words : words.subList(0, words.isEmpty() ? 0 : Math.max(1, words.size() / 2));
  }

  private UpsertResult made(ContactDraft draft, Supplier<Fresh> ids) {
    if (mode == UpsertMode.UPDATE) return new Rejected(draft.addresses().isEmpty() ? "external_id" : Contacts.field(draft.addresses().getFirst()),
        "unknown");
    var id = ids.get();
    var contact = merge.created(id.id(), draft, origin, now);
    fresh.put(id.id(), new KeyedContact(contact, id.key(), id.sealer()));
    remember(contact);
    return new Created(id.id());
  }

  private UpsertResult changed(long id, ContactDraft draft) {
    var before = current.get(id);
    if (mode == UpsertMode.ADD) return fresh.containsKey(id) ? new Unchanged(id)
        : new Rejected(draft.addresses().isEmpty() ? "external_id" : Contacts.field(draft.addresses().getFirst()), "exists");
    var after = merge.changed(before, draft, ContactMerge.Mode.ADD, origin, now);
    if (after == before) return new Unchanged(id);
    var made = fresh.get(id);
    // What is not stored yet, or was changed by an earlier draft, is written once with the version that follows the stored one.
    after = made != null ? version(after, 1) : version(after, stored.get(id).contact().version() + 1);
    if (made != null) fresh.put(id, made.with(after));
    else touched.add(id);
    remember(after);
    return new Updated(id);
  }

  private void remember(Contact contact) {
    current.put(contact.id(), contact);
    if (contact.externalId() != null) byReference.put(ByteBuffer.wrap(indexes.externalId(contact.externalId())), contact.id());
    contact.addresses().forEach(a -> byAddress.put(indexes.address(a.kind(), a.value()), contact.id()));
  }

  private static Contact version(Contact c, int version) {
    return new Contact(c.id(), version, c.state(), c.externalId(), c.name(), c.givenName(), c.familyName(), c.language(), c.place(),
        c.placeSource(), c.placeAt(), c.timezone(), c.consulate(), c.birthYear(), c.tags(), c.attributes(), c.note(), c.source(),
        c.firstHeard(), c.lastHeard(), c.created(), c.updated(), c.addresses());
  }

  List<KeyedContact> made() {
    return List.copyOf(fresh.values());
  }

  List<ContactStore.Change> changed() {
    return touched.stream().map(id -> new ContactStore.Change(stored.get(id), current.get(id))).toList();
  }

  List<UpsertResult> results() {
    return List.copyOf(results);
  }
}
