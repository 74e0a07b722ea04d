package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.UnreadableValue;
import org.enlacehub.platform.crypto.Vault;

/** Reads messages for those who may see them. */
@Singleton
public class Messages {
  private final MessageViewRepository repository;
  private final MessageRepository messages;
  private final ContentRepository bodies;
  private final ContentStore contents;
  private final ContactKeys keys;
  private final Vault vault;

  Messages(MessageViewRepository repository, MessageRepository messages, ContentRepository bodies, ContentStore contents,
      ContactKeys keys,
      Vault vault) {
    this.repository = repository;
    this.messages = messages;
    this.bodies = bodies;
    this.contents = contents;
    this.keys = keys;
    this.vault = vault;
  }

  /** What a message is about, for those who only have its id: a receipt, an unsubscription, an answer to a mail. */
  public record Subject(long messageId, @Nullable Long contactId, @Nullable Long addressId, Channel channel,
      Purpose purpose, @Nullable Long campaignId, @Nullable Long inquiryId, MessageState state) {}

  /** One message with its text, attempts and reasons; empty when there is none in this scope. */
  @Transactional
  public Optional<MessageView> find(long messageId, DeskScope scope) {
    return views(repository.byIds(List.of(messageId), scope), true).stream().findFirst()
        .map(view -> with(view, repository.attempts(messageId), repository.reasons(messageId)));
  }

  /** Several by id, without attempts and reasons; for the thread of an inquiry, whose scope the caller has checked. */
  @Transactional
  public Map<Long, MessageView> findAll(Collection<Long> messageIds) {
    return views(repository.byIds(List.copyOf(messageIds), new DeskScope.All()), true).stream()
        .collect(Collectors.toMap(v -> Long.valueOf(v.id()), v -> v, (a, _) -> a, LinkedHashMap::new));
  }

  /** A contact's messages, newest first, older than {@code beforeId} (null for the newest). */
  @Transactional
  public List<MessageView> ofContact(long contactId, @Nullable Long beforeId, int limit, DeskScope scope) {
    return views(repository.ofContact(contactId, beforeId == null ? Long.MAX_VALUE : beforeId, limit, scope), true);
  }

  /**
   * A campaign's messages in the order of run and contact, after a message of it (null for the first). Without texts.
   *
   * @param state only those in this state; null for all
   */
  @Transactional
  public List<MessageView> ofCampaign(long campaignId, @Nullable Long afterMessageId, @Nullable MessageState state, int limit) {
    var after = afterMessageId == null ? Optional.<MessageRow>empty() : messages.find(List.of(afterMessageId)).stream()
        .findFirst();
    int run = after.map(MessageRow::run).orElse(-1);
    long contact = after.map(MessageRow::contactId).orElse(0L);
    return views(repository.ofCampaign(campaignId, run, contact, after.map(MessageRow::step).orElse(-1), state, limit), false);
  }

  /** What a message is about; empty when there is none. */
  @Transactional
  public Optional<Subject> subject(long messageId) {
    return messages.find(List.of(messageId)).stream().findFirst().map(r ->
        new Subject(r.id(), r.contactId(), r.addressId(), r.channel(),
        r.purpose(), r.campaignId(), r.inquiryId(), r.state()));
  }

  /** Messages of a sender that left within a time and of which no carrier has told the end: our ids by the carrier's, at most so many. */
  public Map<String, Long> awaitingReceipts(String sender, Instant since, Instant until, int most) {
    return messages.awaitingReceipts(sender, since, until, most);
  }

  /** The message to this person that the carrier knows by an id of its own; empty when it is none of ours to them. */
  public Optional<Long> ofCarrier(long contactId, String carrierId) {
    return messages.ofCarrier(contactId, carrierId);
  }

  private List<MessageView> views(List<MessageViewRepository.Shown> rows, boolean texts) {
    var sealed = texts ? bodies.bodies(rows.stream().map(MessageViewRepository.Shown::id).toList()) : Map.<Long, byte[]>of();
    var sealers = sealed.isEmpty() ? Map.<Long, Sealer>of()
        : keys.sealers(rows.stream().map(MessageViewRepository.Shown::contactId).filter(Objects::nonNull)
            .collect(Collectors.toSet()));
    var views = new ArrayList<MessageView>();
    for (var r : rows) {
      var sealer = r.contactId() == null ? vault.system() : sealers.get(r.contactId());
      var text = text(r.id(), sealed.get(r.id()), sealer);
      views.add(new MessageView(Long.toString(r.id()), id(r.contactId()), id(r.campaignId()), id(r.inquiryId()), r.channel()
          .code(), r.lane(),
          r.state().name().toLowerCase(Locale.ROOT), r.purpose().toLowerCase(Locale.ROOT), r.language(),
          text.map(ContentStore.SentText::subject).orElse(null), text.map(ContentStore.SentText::body).orElse(null),
          r.errorCode(), r.reason(),
          r.providerId(), r.segments(), r.cost(), r.attempts(), r.createdAt(), r.dueAt(), r.expiresAt(), r.sentAt(),
          r.deliveredAt(),
          r.readAt(), r.failedAt(), id(r.parentId()), last(r), List.of()));
    }
    return views;
  }

  private Optional<ContentStore.SentText> text(long id, byte @Nullable [] sealed, @Nullable Sealer sealer) {
    try {
      return sealed == null || sealer == null ? Optional.empty() : Optional.of(contents.openText(sealer, id, sealed));
    } catch (UnreadableValue e) {
      return Optional.empty();
    }
  }

  /** The attempt that the row itself tells of; none while it waits. */
  private static List<MessageView.Attempt> last(MessageViewRepository.Shown r) {
    return r.attempts() == 0 || r.state() == MessageState.QUEUED ? List.of()
        : List.of(new MessageView.Attempt(r.attempts(), r.lane(), r.state().name(), r.errorCode(), r.providerId(), r.claimedAt(),
            r.sentAt() != null ? r.sentAt() : r.failedAt()));
  }

  private static MessageView with(MessageView v, List<MessageView.Attempt> earlier, List<MessageView.Reason> reasons) {
    var attempts = new ArrayList<>(earlier);
    v.attempts().stream().filter(last -> earlier.stream().noneMatch(e -> e.number() == last.number())).forEach(attempts::add);
    return new MessageView(v.id(), v.contactId(), v.campaignId(), v.inquiryId(), v.channel(), v.sender(), v.state(), v.purpose(),
        v.language(),
        v.subject(), v.body(), v.errorCode(), v.reason(), v.providerId(), v.segments(), v.cost(), v.attemptCount(),
        v.createdAt(), v.dueAt(),
        v.expiresAt(), v.sentAt(), v.deliveredAt(), v.readAt(), v.failedAt(), v.parentId(), attempts, reasons);
  }

  private static @Nullable String id(@Nullable Long id) {
    return id == null ? null : Long.toString(id);
  }
}
