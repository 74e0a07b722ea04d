package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Nameplates;
import org.enlacehub.delivery.MessageView;
import org.enlacehub.delivery.Messages;
import org.enlacehub.inquiry.InquiryRepository.QueueKey;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.routing.RoutingDecision;

/** Reads inquiries for those who may see them: queues, threads, reasons. The number of statements does not grow with the rows. */
@Singleton
public class InquiryReader {
  private static final int CURSOR_PARTS = 3;
  private static final int SNIPPET = 120;
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final DraftRepository drafts;
  private final Notes notes;
  private final Contacts contacts;
  private final Nameplates nameplates;
  private final ContactKeys keys;
  private final Messages messages;
  private final Attachments attachments;
  private final Staffs staffs;
  private final Clock clock;

  InquiryReader(InquiryRepository inquiries, EntryRepository entries, DraftRepository drafts, Notes notes, Contacts contacts,
      Nameplates nameplates, ContactKeys keys, Messages messages, Attachments attachments, Staffs staffs, Clock clock) {
    this.inquiries = inquiries;
    this.entries = entries;
    this.drafts = drafts;
    this.notes = notes;
    this.contacts = contacts;
    this.nameplates = nameplates;
    this.keys = keys;
    this.messages = messages;
    this.attachments = attachments;
    this.staffs = staffs;
    this.clock = clock;
  }

  /**
   * A row of a queue.
   *
   * @param erased the person asked for it
   * @param name null when we do not know it
   * @param lastWords the beginning of the person's newest message; empty when it has none
   * @param owner who took it; null when nobody did
   */
  public record Row(Inquiry inquiry, boolean erased, @Nullable String name, String lastWords, @Nullable String owner) {}

  /**
   * A line of a thread.
   *
   * @param author the member of staff; null for the person and the product
   * @param message how our message stands, of what we sent; of what the person wrote the message that they quoted; null for all else
   * @param attachments what came with it
   */
  public record Line(Entry entry, @Nullable String author, @Nullable MessageView message, List<Attachment> attachments) {

    /** The words: the person's, the officer's, or of an automatic answer what was sent. */
    public String words() {
      if (entry.body() != null) {
        return entry.body();
      }
      return entry.kind() == Entry.Kind.OUT && message != null && message.body() != null ? message.body() : "";
    }
  }

  /** An inquiry with what an officer needs beside it. */
  public record Opened(Inquiry inquiry, @Nullable Contact person, List<Line> lines, boolean older, Optional<TriageNote> triage,
      Optional<RoutingDecision> routing, @Nullable String owner, List<Inquiry> others, String draft) {

    /** The newest entry that is shown, by when it was made and not by when it was written: what whoever reads this has seen. */
    public long seen() {
      return lines.stream().map(Line::entry).max(Comparator.comparingInt(Entry::atVersion).thenComparingLong(Entry::id)).map(Entry::id).orElse(0L);
    }
  }

  /** A page of the queue, most urgent first. */
  @Transactional
  public Page<Row> queue(InquiryFilter filter, Actor actor, @Nullable String cursor, int limit) {
    var after = Cursor.decode(cursor, CURSOR_PARTS)
        .map(c -> new QueueKey((int) c.number(0), instant(c.text(1)), c.number(2))).orElse(null);
    var found = inquiries.queue(filter, Sight.of(actor), after, limit);
    var people = nameplates.of(found.stream().map(Inquiry::contactId).collect(Collectors.toSet()));
    var sealers = new HashMap<Long, Sealer>();
    people.forEach((id, person) -> sealers.put(id, person.sealer()));
    var words = entries.words(found.stream().map(Inquiry::lastInEntry).filter(Objects::nonNull).toList(), sealers);
    var owners = names(found.stream().map(Inquiry::ownerId).filter(Objects::nonNull).toList());
    return Page.of(found, limit, i -> new Row(i, !people.containsKey(i.contactId()), name(people.get(i.contactId())), snippet(words.getOrDefault(i.lastInEntry(), "")),
        owners.get(i.ownerId())), i -> Cursor.of(i.severity(), i.dueAt(), i.id()));
  }

  /** The inquiry, when it lies at the actor's desk, with its newest entries before {@code beforeEntry} (null for the newest). */
  @Transactional
  public Optional<Opened> open(long id, Actor actor, @Nullable Long beforeEntry, int limit) {
    return inquiries.find(id, Sight.of(actor)).map(inquiry -> {
      var before = beforeEntry == null ? null : entries.find(id, beforeEntry).orElse(null);
      var thread = entries.thread(inquiry, before, limit + 1);
      boolean older = thread.size() > limit;
      var shown = older ? thread.subList(1, thread.size()) : thread;
      var person = contacts.find(inquiry.contactId(), new DeskScope.All()).orElse(null);
      var staff = new HashSet<Long>();
      shown.stream().map(Entry::authorId).filter(Objects::nonNull).forEach(staff::add);
      if (inquiry.ownerId() != null) {
        staff.add(inquiry.ownerId());
      }
      var names = names(staff);
      return new Opened(inquiry, person, lines(inquiry, shown, names), older, notes.triage(inquiry), notes.routing(inquiry),
          names.get(inquiry.ownerId()), inquiries.ofContacts(contacts.lineage(inquiry.contactId()), Sight.of(actor), 10).stream().filter(i -> i.id() != id).toList(),
          actor.staffId() == 0 ? "" : drafts.find(inquiry, actor.staffId()).orElse(""));
    });
  }

  /** An inquiry with the decisions that stand. */
  public record Decided(Inquiry inquiry, Optional<TriageNote> triage, Optional<RoutingDecision> routing) {}

  /** A person's newest inquiries that may be seen, newest first. */
  @Transactional
  public List<Decided> ofContact(long contactId, Sight sight, int limit) {
    return inquiries.ofContact(contactId, sight, limit).stream().map(i -> new Decided(i, notes.triage(i), notes.routing(i))).toList();
  }

  /** The inquiry alone, when the actor may see it. */
  @Transactional
  public Optional<Inquiry> find(long id, Actor actor) {
    return inquiries.find(id, Sight.of(actor));
  }

  /** The inquiry whatever its desk, which nobody else changes before the caller's transaction ends; for what watches inquiries. */
  @Transactional
  public Optional<Inquiry> hold(long id) {
    return inquiries.lock(id, Sight.ALL);
  }

  /** Keeps what an officer is writing. False when the inquiry is not at their desk. */
  @Transactional
  public boolean saveDraft(long id, Actor actor, String text) {
    var inquiry = inquiries.find(id, Sight.of(actor));
    inquiry.ifPresent(i -> {
      if (text.isBlank()) {
        drafts.delete(id, actor.staffId());
      } else {
        drafts.save(i, actor.staffId(), text, clock.instant());
      }
    });
    return inquiry.isPresent();
  }

  /** How many lie in the actor's folders; what is due before an instant counts as due. */
  public QueueCounts counts(Actor actor, Instant dueBefore) {
    return inquiries.counts(Sight.of(actor), actor.staffId(), dueBefore);
  }

  public Map<Integer, Integer> openBySeverity(Actor actor) {
    return inquiries.openBySeverity(Sight.of(actor));
  }

  public Optional<Instant> oldestWaiting(Actor actor) {
    return inquiries.oldestWaiting(Sight.of(actor));
  }

  /** Entries as lines: with their authors, what came along, and the message of ours that each is or answers. */
  private List<Line> lines(Inquiry inquiry, List<Entry> shown, Map<Long, String> names) {
    var ours = shown.stream().map(InquiryReader::ourMessage).filter(Objects::nonNull).distinct().toList();
    var views = ours.isEmpty() ? Map.<Long, MessageView>of() : messages.findAll(ours);
    var files = attachments.ofEntries(shown.stream().filter(e -> e.kind() == Entry.Kind.IN).map(Entry::id).toList(), inquiry.contactId());
    var lines = new ArrayList<Line>();
    for (var entry : shown) {
      var message = ourMessage(entry);
      lines.add(new Line(entry, entry.authorId() == null ? null : names.get(entry.authorId()),
          message == null ? null : views.get(message), files.getOrDefault(entry.id(), List.of())));
    }
    return lines;
  }

  private static @Nullable Long ourMessage(Entry entry) {
    return entry.kind() == Entry.Kind.IN ? entry.answers() : entry.messageId();
  }

  private Map<Long, String> names(Collection<Long> staffIds) {
    // Asked with null for an inquiry that nobody took, which an immutable map would refuse.
    var names = new HashMap<Long, String>();
    if (!staffIds.isEmpty()) {
      staffs.findAll(staffIds).values().forEach(staff -> names.put(staff.id(), staff.name()));
    }
    return names;
  }

  private static @Nullable String name(Nameplates.@Nullable Nameplate person) {
    return person == null ? null : person.name();
  }

  private static String snippet(String words) {
    var line = words.replaceAll("\\s+", " ").strip();
    return line.length() <= SNIPPET ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(SNIPPET, line.codePointCount(0, line.length())))) + "…";
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("cursor", "unknown-cursor", "The cursor is not one that this list gave.");
    }
  }
}
