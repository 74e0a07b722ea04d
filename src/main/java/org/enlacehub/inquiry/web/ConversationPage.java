package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.consulate.Consulate;
import org.enlacehub.inquiry.Entry;
import org.enlacehub.inquiry.InquiryReader.Opened;
import org.enlacehub.inquiry.Macros.Shown;
import org.enlacehub.inquiry.ReadyReplies.Filled;

/**
 * One inquiry with the queue beside it.
 *
 * @param draft what stands in the field for the answer
 * @param error key of what is wrong with what was sent; null for nothing
 * @param newer answers of others that the officer had not seen
 * @param windowCloses until when WhatsApp lets us write freely; null when that is not the channel
 * @param missions where it can be transferred to
 * @param alarms those of this inquiry, newest first
 * @param ready answers that are used often, in the person's language
 * @param colleagues names of those who may be given the inquiry, by id
 * @param caseEntries how many entries its assistance record has
 * @param topics codes of services, for a matter that is split off
 * @param macros answers that act
 * @param callable names of those who may be called in a note
 * @param sent the answer that was just sent and may be called back; null for none
 */
@Introspected
public record ConversationPage(Opened opened, QueuePage queue, String draft, @Nullable String error, List<Entry> newer,
    @Nullable Instant windowCloses, String deskName, List<Consulate> missions, @Nullable Long sent,
    List<AlarmHistory.Told> alarms, List<Filled> ready, Map<String, String> colleagues, int caseEntries, List<String> topics,
    List<Shown> macros, List<String> callable) {

  ConversationPage justSent(@Nullable Long messageId) {
    return new ConversationPage(opened, queue, draft, error, newer, windowCloses, deskName, missions, messageId, alarms, ready, colleagues,
        caseEntries, topics, macros, callable);
  }

  /** The page with what was typed still in the field, and what is wrong above it. */
  ConversationPage wrong(@Nullable String typed, @Nullable String key, List<Entry> unseen) {
    return new ConversationPage(opened, queue, typed == null ? draft : typed, key, unseen, windowCloses, deskName, missions, sent, alarms, ready,
        colleagues, caseEntries, topics, macros, callable);
  }
}
