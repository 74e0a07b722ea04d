package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;

/** Writes many contacts at once, for imports and lists. */
@Singleton
public class ContactBulk {
  /** As many as one call may take; about as many are worth one call. */
  public static final int MOST = 5_000;
  private final ContactStore store;
  private final ContactRepository contacts;
  private final AddressRepository addresses;
  private final ContactMerge merge;
  private final Indexes indexes;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  ContactBulk(ContactStore store, ContactRepository contacts, AddressRepository addresses, ContactMerge merge, Indexes indexes, Vault vault,
      Ids ids, Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.addresses = addresses;
    this.merge = merge;
    this.indexes = indexes;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores the drafts in their order and tells what became of each, in the same order. A draft means a known contact when its
   * reference is known, or else one of its addresses; a value it lacks is left as it was, addresses and tags are added, a purpose in
   * {@code consent} is granted unless it was withdrawn. Later drafts see what earlier ones of the call made. Joins the caller's
   * transaction, so that progress can be stored in the same one. A second call with the same drafts changes nothing.
   *
   * @throws ChangedMeanwhile roll back and call again
   */
  @Transactional
  public List<UpsertResult> upsertAll(List<ContactDraft> drafts, UpsertMode mode, Origin origin) {
    var batch = lay(drafts, mode, origin);
    var now = clock.instant();
    store.insertAll(batch.made(), origin, now);
    store.updateAll(batch.changed(), origin, now);
    return batch.results();
  }

  /** What {@link #upsertAll} would do, without writing. Ids of contacts that would be made mean nothing. */
  @Transactional
  public List<UpsertResult> preview(List<ContactDraft> drafts, UpsertMode mode, Origin origin) {
    return lay(drafts, mode, origin).results();
  }

  private BulkBatch lay(List<ContactDraft> drafts, UpsertMode mode, Origin origin) {
    if (drafts.size() > MOST) throw new IllegalArgumentException("at most " + MOST + " drafts a call");
    var references = drafts.stream().map(d -> indexes.externalId(d.externalId())).filter(r -> r != null).toList();
    var known = contacts.byExternalId(references);
    var found = addresses.find(drafts.stream().flatMap(d -> d.addresses().stream())
        .map(a -> indexes.address(a.kind(), a.value())).distinct().toList());
    var theirs = new java.util.HashSet<>(known.values());
    found.values().forEach(f -> theirs.add(f.contactId()));
    var batch = new BulkBatch(indexes, merge, store.load(theirs).values(), known, mode, origin, clock.instant());
    for (var draft : drafts) {
      batch.add(draft, () -> {
        long id = ids.next();
        var key = vault.newDataKey(id);
        return new BulkBatch.Fresh(id, key, vault.sealer(id, key));
      });
    }
    return batch;
  }
}
