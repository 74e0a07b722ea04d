package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.ContactErased;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.id.Ids;

/** Pictures, recordings and documents that people sent: sealed under their own key, gone when they are erased. */
@Singleton
public class Attachments {
  /** What WhatsApp lets people send, and more than carriers take by MMS; larger ones are refused. */
  public static final int LARGEST = 16 * 1024 * 1024;
  private static final String TOO_LARGE = "too-large";
  private static final String EMPTY = "empty";
  private static final String CARD = "text/vcard";
  private static final int LONGEST_NAME = 120;
  private final AttachmentRepository attachments;
  private final InquiryRepository inquiries;
  private final ContactKeys keys;
  private final Ids ids;
  private final Clock clock;

  Attachments(AttachmentRepository attachments, InquiryRepository inquiries, ContactKeys keys, Ids ids, Clock clock) {
    this.attachments = attachments;
    this.inquiries = inquiries;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  /** One whose bytes lie at the carrier still. */
  public record AtCarrier(long id, String source, int attempts) {
    @Override
    public String toString() {
      return "attachment " + id;
    }
  }

  /** An attachment with its bytes. */
  public record Opened(Attachment attachment, byte[] content) {}

  /** Notes what came with an entry: kept at once when its bytes are here, else when {@link #store} brings them. */
  @Transactional
  void add(long entryId, Inquiry inquiry, List<Incoming.Attached> all) {
    if (all.isEmpty()) {
      return;
    }
    keys.sealer(inquiry.contactId()).ifPresent(sealer -> all.forEach(one -> {
      long id = ids.next();
      attachments.insert(id, entryId, inquiry, fileName(one.name()), one.source(), sealer, clock.instant());
      if (one.content() != null) {
        keep(id, one.content(), sealer);
      }
    }));
  }

  /** Those whose bytes are due. Nobody else gets them before the lease ends. */
  @Transactional
  public List<AtCarrier> claim(int limit, Duration lease) {
    var now = clock.instant();
    var due = attachments.claim(now, now.plus(lease), limit);
    var sealers = keys.sealers(due.stream().map(AttachmentRepository.Due::contactId).collect(Collectors.toSet()));
    return due.stream().filter(one -> sealers.containsKey(one.contactId()))
        .map(one -> new AtCarrier(one.id(), attachments.openSource(one, sealers.get(one.contactId())), one.attempts())).toList();
  }

  /** The bytes have come. What they are is told from themselves. Nothing happens when the person was erased meanwhile. */
  @Transactional
  public void store(long id, byte[] content) {
    attachments.owner(id).ifPresent(owner -> keys.sealer(owner.contactId()).ifPresent(sealer -> {
      keep(id, content, sealer);
      inquiries.touch(owner.inquiryId(), clock.instant());
    }));
  }

  /** They will never come. */
  @Transactional
  public void refuse(long id, String reason) {
    attachments.refuse(id, reason);
    attachments.owner(id).ifPresent(owner -> inquiries.touch(owner.inquiryId(), clock.instant()));
  }

  /** They did not come this time. */
  @Transactional
  public void again(long id, Instant at) {
    attachments.tryAt(id, at);
  }

  /** By entry; entries without any are absent. */
  @Transactional
  Map<Long, List<Attachment>> ofEntries(Collection<Long> entryIds, long contactId) {
    return attachments.ofEntries(entryIds, contactId, keys.sealer(contactId).orElse(null)).stream().collect(Collectors.groupingBy(Attachment::entryId));
  }

  /** Empty when it is not here, or its inquiry is not for the actor to see, or the person was erased. */
  @Transactional
  public Optional<Opened> open(long id, Actor actor) {
    return attachments.owner(id).flatMap(owner -> keys.sealer(owner.contactId())).flatMap(sealer -> attachments.find(id, Sight.of(actor), sealer)
        .filter(found -> found.state() == Attachment.State.STORED).map(found -> new Opened(found, attachments.content(id, sealer))));
  }

  /** Their key is gone, so nothing could be read; now the room is free too. */
  @EventListener
  void erased(ContactErased event) {
    attachments.deleteOf(event.contactId());
  }

  private void keep(long id, byte[] content, Sealer sealer) {
    if (content.length == 0 || content.length > LARGEST) {
      attachments.refuse(id, content.length == 0 ? EMPTY : TOO_LARGE);
      return;
    }
    var type = FileType.of(content);
    attachments.store(id, content, type, type.mime().equals(CARD) ? card(content) : null, sealer);
  }

  /** Who stands on a contact card, so that an officer need not open it: name and telephone. */
  private static @Nullable String card(byte[] content) {
    var lines = new String(content, StandardCharsets.UTF_8).lines()
        .filter(line -> line.matches("(?i)(?:item\\d+\\.)?(?:FN|TEL)[;:].*")).map(line -> line.substring(line.lastIndexOf(':') + 1).strip())
        .filter(value -> !value.isEmpty()).limit(3).collect(Collectors.joining(" · "));
    return shortened(lines.isEmpty() ? null : lines);
  }

  /** Without the marks by which a name can be made to look like another (RIGHT-TO-LEFT OVERRIDE). */
  private static @Nullable String fileName(@Nullable String name) {
    return name == null ? null : shortened(name.replaceAll("\\p{Cf}", ""));
  }

  private static @Nullable String shortened(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    var line = name.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
  }
}
