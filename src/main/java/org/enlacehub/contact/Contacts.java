package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.SaveOutcome.Conflict;
import org.enlacehub.contact.SaveOutcome.Missing;
import org.enlacehub.contact.SaveOutcome.Saved;
import org.enlacehub.contact.SaveOutcome.Taken;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;

/** Keeps people: makes, reads and changes contacts one by one. */
@Singleton
public class Contacts {
  private final ContactStore store;
  private final ContactRepository repository;
  private final AddressRepository addresses;
  private final ContactMerge merge;
  private final MergeRepository merges;
  private final Indexes indexes;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  Contacts(ContactStore store, ContactRepository repository, AddressRepository addresses, ContactMerge merge, MergeRepository merges, Indexes indexes, Vault vault,
      Ids ids, Clock clock) {
    this.store = store;
    this.repository = repository;
    this.addresses = addresses;
    this.merge = merge;
    this.merges = merges;
    this.indexes = indexes;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores a new person; {@link Taken} when an address or the reference belongs to somebody.
   *
   * @throws ChangedMeanwhile when somebody took them at this very moment: call again
   */
  @Transactional
  public SaveOutcome create(ContactDraft draft, Origin origin) {
    var taken = taken(draft, 0);
    if (taken.isPresent()) return taken.get();
    long id = ids.next();
    var now = clock.instant();
    var key = vault.newDataKey(id);
    var made = new KeyedContact(merge.created(id, draft, origin, now), key, vault.sealer(id, key));
    store.insertAll(List.of(made), origin, now);
    return new Saved(made.contact());
  }

  /**
   * Replaces everything of a contact that a draft holds, when {@code version} is still the stored one. A contact outside the actor's
   * scope is missing.
   */
  @Transactional
  public SaveOutcome update(long id, int version, ContactDraft draft, Origin origin) {
    repository.lock(id);
    var before = store.load(List.of(id)).get(id);
    if (before == null || !origin.actor().scope().covers(before.contact().consulate())) return new Missing();
    if (before.contact().version() != version) return new Conflict(before.contact());
    var taken = taken(draft, id);
    if (taken.isPresent()) return taken.get();
    var now = clock.instant();
    var after = merge.changed(before.contact(), draft, ContactMerge.Mode.REPLACE, origin, now);
    if (after != before.contact()) store.updateAll(List.of(new ContactStore.Change(before, after)), origin, now);
    return new Saved(after);
  }

  /**
   * Adds to a contact (of a merged one, to the one it lies in) what a draft holds and leaves the rest, whatever the version: for what a message or the person themselves told.
   * Addresses and tags are added.
   */
  @Transactional
  public SaveOutcome amend(long contactId, ContactDraft draft, Origin origin) {
    long id = merges.survivors(List.of(contactId)).getOrDefault(contactId, contactId);
    repository.lock(id);
    var before = store.load(List.of(id)).get(id);
    if (before == null) return new Missing();
    var taken = taken(draft, id);
    if (taken.isPresent()) return taken.get();
    var now = clock.instant();
    var after = merge.changed(before.contact(), draft, ContactMerge.Mode.ADD, origin, now);
    if (after != before.contact()) store.updateAll(List.of(new ContactStore.Change(before, after)), origin, now);
    return new Saved(after);
  }

  /** Ids of those whose tags changed, and of those who had them so already; the others are not there or out of the actor's scope. */
  public record Tagging(Set<Long> changed, Set<Long> unchanged) {}

  /** Gives many contacts a tag, or takes it away. Statements do not grow with their number. */
  @Transactional
  public Tagging tag(Collection<Long> contactIds, String tag, boolean has, Origin origin) {
    var now = clock.instant();
    var changes = new ArrayList<ContactStore.Change>();
    var unchanged = new HashSet<Long>();
    store.load(contactIds).values().stream().filter(k -> origin.actor().scope().covers(k.contact().consulate())).forEach(keyed -> {
      if (keyed.contact().tags().contains(tag) == has) unchanged.add(keyed.id());
      else changes.add(new ContactStore.Change(keyed, Portrait.of(keyed.contact()).tagged(tag, has).of(keyed.contact(), now, keyed.addresses())));
    });
    if (!changes.isEmpty()) store.updateAll(changes, origin, now);
    return new Tagging(changes.stream().map(c -> c.after().id()).collect(Collectors.toSet()), unchanged);
  }

  private Optional<SaveOutcome> taken(ContactDraft draft, long self) {
    var reference = indexes.externalId(draft.externalId());
    if (reference != null) {
      var other = repository.byExternalId(List.of(reference)).get(ByteBuffer.wrap(reference));
      if (other != null && other != self) return Optional.of(new Taken("external_id", other));
      if (self != 0) merges.releaseReference(self, reference);
    }
    var found = addresses.find(draft.addresses().stream().map(a -> indexes.address(a.kind(), a.value())).toList());
    for (var address : draft.addresses()) {
      var at = found.get(indexes.address(address.kind(), address.value()));
      if (at != null && at.contactId() != self) return Optional.of(new Taken(field(address), at.contactId()));
    }
    return Optional.empty();
  }

  /** The canonical name under which a file or body holds this address. */
  static String field(AddressDraft address) {
    return switch (address.kind()) {
      case EMAIL -> "email";
      case WHATSAPP_ID -> "whatsapp";
      case PHONE -> address.canWhatsapp() && !address.canSms() ? "whatsapp" : "phone";
    };
  }

  /**
   * The contact, erased ones excluded; empty also when it lies outside {@code scope}. Of one that was merged, the contact that it lies in.
   */
  @Transactional
  public Optional<Contact> find(long id, DeskScope scope) {
    return Optional.ofNullable(store.loadFollowing(List.of(id)).get(id)).map(KeyedContact::contact).filter(c -> scope.covers(c.consulate()));
  }

  /** Several contacts at once by the ids asked for, in a number of statements that does not grow with theirs. */
  @Transactional
  public Map<Long, Contact> findAll(Collection<Long> contactIds) {
    var all = new HashMap<Long, Contact>();
    store.loadFollowing(contactIds).forEach((id, keyed) -> all.put(id, keyed.contact()));
    return all;
  }

  /**
   * The ids under which rooms may keep something of a person: that of the contact, and those of contacts that were merged into it. For
   * a contact that was itself merged, the lineage of the one it lies in.
   */
  @Transactional
  public List<Long> lineage(long contactId) {
    if (Remembered.isNew(contactId)) {
      return List.of(contactId);
    }
    long survivor = merges.survivors(List.of(contactId)).getOrDefault(contactId, contactId);
    var all = new ArrayList<>(List.of(survivor));
    all.addAll(merges.parts(survivor));
    return List.copyOf(all);
  }

  /** Who has this address ({@code value} normalised). */
  @Transactional
  public Optional<Contact> findByAddress(AddressKind kind, String value) {
    return addresses.find(List.of(indexes.address(kind, value))).values().stream().findFirst()
        .flatMap(found -> find(found.contactId(), new DeskScope.All()));
  }

  /** Addresses by contact, preferred first; opened. */
  @Transactional
  public Map<Long, List<Address>> addressesOf(Collection<Long> contactIds) {
    var all = new HashMap<Long, List<Address>>();
    findAll(contactIds).forEach((id, contact) -> all.put(id, contact.addresses()));
    return all;
  }
}
