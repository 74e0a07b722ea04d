package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.DeskScope;

/** Reads messages for those who may see them. */
@Singleton
public class Messages {

  /** One message with its text, attempts and reasons; empty when there is none in this scope. */
  @Transactional
  public Optional<MessageView> find(long messageId, DeskScope scope) {
    throw new UnsupportedOperationException();
  }

  /** Several by id, without attempts and reasons; for the thread of an inquiry, whose scope the caller has checked. */
  @Transactional
  public Map<Long, MessageView> findAll(Collection<Long> messageIds) {
    throw new UnsupportedOperationException();
  }

  /** A contact's messages, newest first, older than {@code beforeId} (null for the newest). */
  @Transactional
  public List<MessageView> ofContact(long contactId, @Nullable Long beforeId, int limit, DeskScope scope) {
    throw new UnsupportedOperationException();
  }

  /**
   * A campaign's messages in the order of contacts; after the last one's run, contact and step (null for the first). Without texts.
   *
   * @param state only those in this state; null for all
   */
  @Transactional
  public List<MessageView> ofCampaign(long campaignId, @Nullable Long afterMessageId, @Nullable MessageState state, int limit) {
    throw new UnsupportedOperationException();
  }
}
