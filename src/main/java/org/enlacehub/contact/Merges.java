package org.enlacehub.contact;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.enlacehub.account.AuditLog;
import org.enlacehub.contact.AddressRepository.Sealable;
import org.enlacehub.contact.MergeOutcome.Done;
import org.enlacehub.contact.MergeOutcome.Missing;
import org.enlacehub.contact.MergeOutcome.Same;
import org.enlacehub.contact.WordRepository.Words;
import org.enlacehub.platform.id.Ids;

/** Makes one contact of two that are one person, and takes it back. */
@Singleton
public class Merges {
  private static final String KEPT = "contact_merge.kept";
  private final ContactStore store;
  private final ContactRepository contacts;
  private final AddressRepository addresses;
  private final WordRepository words;
  private final MergeRepository merges;
  private final TwinRepository twins;
  private final ConsentTrail consentTrail;
  private final TrailRepository trail;
  private final Indexes indexes;
  private final AuditLog audit;
  private final ApplicationEventPublisher<Object> events;
  private final ObjectMapper json;
  private final Ids ids;
  private final Clock clock;

  Merges(ContactStore store, ContactRepository contacts, AddressRepository addresses, WordRepository words, MergeRepository merges,
      TwinRepository twins, ConsentTrail consentTrail, TrailRepository trail, Indexes indexes, AuditLog audit,
      ApplicationEventPublisher<Object> events, ObjectMapper json, Ids ids, Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.addresses = addresses;
    this.words = words;
    this.merges = merges;
    this.twins = twins;
    this.consentTrail = consentTrail;
    this.trail = trail;
    this.indexes = indexes;
    this.audit = audit;
    this.events = events;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** A merge that holds: when it was made, and who lies in the contact since. */
  public record Merge(long id, long mergedId, Instant at) {}

  /**
   * The first contact keeps what it has and is completed from the second: its addresses, tags and notes are added, the rest where the
   * first says nothing. What one of them withdrew holds for the addresses of the other. The second is no contact of its own any more;
   * whoever asks for it is answered with the first.
   */
  @Transactional
  public MergeOutcome merge(long survivorId, long otherId, Origin origin) {
    if (survivorId == otherId) return new Same();
    LongStream.of(survivorId, otherId).sorted().forEach(contacts::lock);
    var both = store.load(List.of(survivorId, otherId));
    if (both.size() < 2 || !both.values().stream().allMatch(k -> origin.actor().scope().covers(k.contact().consulate()))) return new Missing();
    var winner = both.get(survivorId);
    var loser = both.get(otherId);
    var now = clock.instant();
    var before = Portrait.of(winner.contact());
    var after = before.completed(Portrait.of(loser.contact()));
    var own = restricted(winner, loser);
    var moved = joined(restricted(loser, winner), survivorId, own.size());
    merges.join(otherId, survivorId, before.externalId() == null, now);
    addresses.moveAll(moved.stream().map(a -> new Sealable(a, winner.sealer())).toList());
    store.updateAll(List.of(new ContactStore.Change(winner, after.of(winner.contact(), now, own), "merged")), origin, now);
    store.tell(loser, "merged", origin, now);
    consentTrail.record(turns(loser, moved, winner), origin, null, now);
    words.insertAll(List.of(new Words(survivorId, Words.of(loser.contact()).words())));
    Stream.of(loser.contact().firstHeard(), loser.contact().lastHeard()).filter(at -> at != null)
        .forEach(at -> contacts.touchHeard(survivorId, at));
    var result = store.load(List.of(survivorId)).get(survivorId).contact();
    long id = ids.next();
    var kept = new MergeKept(before, after, turned(winner.addresses(), own, loser.addresses(), moved), winner.contact().firstHeard(),
        winner.contact().lastHeard(), result.firstHeard(), result.lastHeard());
    merges.insert(new MergeRepository.Row(id, survivorId, otherId, now, origin.actor().staffId(), seal(winner, id, kept)));
    twins.forget(otherId);
    audit.record(origin.actor(), "contact.merge", "contact", survivorId, Long.toString(otherId));
    events.publishEvent(new ContactsMerged(survivorId, otherId));
    return new Done(id, result);
  }

  /**
   * Gives both contacts back what they had. What was changed since stays where it is: with the survivor, except for addresses that came
   * from the other.
   */
  @Transactional
  public MergeOutcome undo(long mergeId, Origin origin) {
    var row = merges.find(mergeId).orElse(null);
    if (row == null) return new Missing();
    LongStream.of(row.winnerId(), row.loserId()).sorted().forEach(contacts::lock);
    var winner = store.load(List.of(row.winnerId())).get(row.winnerId());
    if (winner == null || !origin.actor().scope().covers(winner.contact().consulate()) || merges.find(mergeId).isEmpty()) return new Missing();
    var loser = store.loadMerged(row.loserId());
    var now = clock.instant();
    var kept = open(winner, row);
    var again = trail.withdrawnSince(winner.id(), row.at());
    var own = new ArrayList<Address>();
    var moved = new ArrayList<Address>();
    for (var address : winner.addresses()) {
      var was = kept.addresses().stream().filter(t -> t.id() == address.id()).findFirst();
      if (was.isEmpty()) {
        own.add(address);
        continue;
      }
      var undone = ContactMerge.withConsent(address, was.get().undone(address.consent(), again.getOrDefault(address.id(), 0)));
      if (was.get().moved()) moved.add(placed(undone, loser.id(), was.get().preference()));
      else own.add(undone);
    }
    addresses.moveAll(moved.stream().map(a -> new Sealable(a, loser.sealer())).toList());
    var before = winner.with(withAddresses(winner.contact(), winner.addresses().stream()
        .filter(a -> moved.stream().noneMatch(m -> m.id() == a.id())).toList()));
    var portrait = Portrait.of(winner.contact()).without(kept.before(), kept.after());
    store.updateAll(List.of(new ContactStore.Change(before, portrait.of(winner.contact(), now, own), "parted")), origin, now);
    merges.part(loser.id(), partsOf(loser.id()), freeReference(loser.contact()), now);
    merges.restoreHeard(winner.id(), Arrays.asList(kept.firstHeardAfter(), kept.lastHeardAfter()), Arrays.asList(kept.firstHeard(), kept.lastHeard()));
    store.tell(loser, "parted", origin, now);
    var theirs = new HashSet<>(Words.of(loser.contact()).words());
    var survivor = store.load(List.of(winner.id())).get(winner.id()).contact();
    theirs.removeAll(Words.of(survivor).words());
    words.deleteAll(List.of(new Words(winner.id(), theirs)));
    merges.markUndone(mergeId, now);
    twins.tellApart(winner.id(), loser.id(), now);
    audit.record(origin.actor(), "contact.part", "contact", winner.id(), Long.toString(loser.id()));
    events.publishEvent(new ContactsParted(winner.id(), loser.id()));
    return new Done(mergeId, survivor);
  }

  /** The merges that made this contact what it is, newest first. */
  @Transactional
  public List<Merge> into(long contactId) {
    return merges.into(List.of(contactId)).stream().map(row -> new Merge(row.id(), row.loserId(), row.at())).toList();
  }

  /** Two people of one name: the pair is not shown again. False when one of them is none, or lies outside the actor's scope. */
  @Transactional
  public boolean tellApart(long one, long other, Origin origin) {
    var both = store.load(List.of(one, other));
    if (one == other || both.size() < 2 || !both.values().stream().allMatch(k -> origin.actor().scope().covers(k.contact().consulate()))) {
      return false;
    }
    twins.tellApart(one, other, clock.instant());
    audit.record(origin.actor(), "contact.differ", "contact", one, Long.toString(other));
    return true;
  }

  /** Everything that lies in a contact through merges that hold. */
  private Set<Long> partsOf(long contact) {
    var all = new HashSet<Long>();
    for (var next = Set.of(contact); !next.isEmpty(); ) {
      var below = new HashSet<Long>();
      merges.into(next).forEach(row -> below.add(row.loserId()));
      below.removeAll(all);
      all.addAll(below);
      next = below;
    }
    return all;
  }

  /** The reference that the contact had, unless somebody bears it now. */
  private byte[] freeReference(Contact c) {
    var index = indexes.externalId(c.externalId());
    return index != null && contacts.byExternalId(List.of(index)).values().stream().allMatch(holder -> holder == c.id()) ? index : null;
  }

  /** The addresses of one, with what the other withdrew anywhere withdrawn. */
  private static List<Address> restricted(KeyedContact of, KeyedContact by) {
    int lost = by.addresses().stream().mapToInt(a -> a.consent().withdrawn()).reduce(0, (a, b) -> a | b);
    return of.addresses().stream().map(a -> ContactMerge.withConsent(a,
        a.consent().withdraw(lost & ConsentState.bits(a.kind().channels(), Set.of(Purpose.values()))))).toList();
  }

  private static List<Address> joined(List<Address> addresses, long contact, int first) {
    var all = new ArrayList<Address>();
    for (var address : addresses) all.add(placed(address, contact, first + all.size()));
    return all;
  }

  private static Address placed(Address a, long contact, int preference) {
    return new Address(a.id(), contact, a.kind(), a.value(), a.region(), a.canSms(), a.canWhatsapp(), a.valid(), a.invalidReason(), preference,
        a.consent());
  }

  private static Contact withAddresses(Contact c, List<Address> addresses) {
    return new Contact(c.id(), c.version(), c.state(), c.externalId(), c.name(), c.givenName(), c.familyName(), c.language(), c.place(),
        c.placeSource(), c.placeAt(), c.timezone(), c.consulate(), c.birthYear(), c.tags(), c.attributes(), c.note(), c.source(),
        c.firstHeard(), c.lastHeard(), c.created(), c.updated(), addresses);
  }

  private static List<ConsentTrail.Turn> turns(KeyedContact from, List<Address> moved, KeyedContact to) {
    var turns = new ArrayList<ConsentTrail.Turn>();
    for (int i = 0; i < moved.size(); i++) {
      turns.add(new ConsentTrail.Turn(moved.get(i), from.addresses().get(i).consent(), moved.get(i).consent(), to.sealer()));
    }
    return turns;
  }

  private static List<MergeKept.Turned> turned(List<Address> own, List<Address> ownAfter, List<Address> moved, List<Address> movedAfter) {
    var all = new ArrayList<MergeKept.Turned>();
    for (int i = 0; i < own.size(); i++) all.add(MergeKept.Turned.of(own.get(i), ownAfter.get(i)));
    for (int i = 0; i < moved.size(); i++) all.add(MergeKept.Turned.of(moved.get(i), movedAfter.get(i)));
    return all;
  }

  private byte[] seal(KeyedContact winner, long id, MergeKept kept) {
    try {
      return winner.sealer().sealBytes(KEPT, id, json.writeValueAsBytes(kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MergeKept open(KeyedContact winner, MergeRepository.Row row) {
    try {
      return json.readValue(winner.sealer().openBytes(KEPT, row.id(), row.kept()), MergeKept.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
