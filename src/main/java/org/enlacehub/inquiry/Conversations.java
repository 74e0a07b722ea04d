package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.enlacehub.contact.Channel;

/** What the product may say to a person by itself: how often, and what of their own matters. */
@Singleton
public class Conversations {
  private final ConversationRepository conversations;
  private final InquiryRepository inquiries;
  private final Deadlines deadlines;
  private final Clock clock;

  Conversations(ConversationRepository conversations, InquiryRepository inquiries, Deadlines deadlines, Clock clock) {
    this.conversations = conversations;
    this.inquiries = inquiries;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** The person wrote something that is no inquiry; it opens WhatsApp's window all the same. */
  @Transactional
  public void heard(long contactId, Channel channel, Instant at) {
    conversations.enter(contactId, at, channel == Channel.WHATSAPP);
  }

  /** Counts an automatic answer; false when the person has had as many today as they may, so that machines fall silent. */
  @Transactional
  public boolean mayAnswerAutomatically(long contactId) {
    return conversations.mayAnswerAutomatically(contactId, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), deadlines.automaticPerDay());
  }

  /**
   * The person's own inquiry with this reference; another's is as unknown as one that never was. Of one that was
   * merged, the one in which it goes on.
   */
  @Transactional
  public Optional<Inquiry> own(long contactId, String reference) {
    return inquiries.byReference(contactId, reference)
        .map(found -> found.kin().mergedInto() == null ? found : inquiries.find(found.kin().mergedInto(), Sight.ALL).orElse(found));
  }

  /** The person's newest inquiry. */
  @Transactional
  public Optional<Inquiry> newest(long contactId) {
    return inquiries.ofContact(contactId, Sight.ALL, 1).stream().findFirst();
  }
}
