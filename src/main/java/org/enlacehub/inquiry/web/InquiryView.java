package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.enlacehub.inquiry.Inquiry;

/**
 * An inquiry in the API.
 *
 * @param dueAt null when nothing is due from us
 * @param lastWords the beginning of the person's newest message; null where no list asks for it
 */
@Serdeable
record InquiryView(String id, String reference, String contactId, String desk, String state, int severity, String category, String topic,
    String language, List<String> flags, String channel, @Nullable String ownerId, boolean routed, @Nullable Instant waitingSince,
    @Nullable Instant dueAt, @Nullable Instant firstReplyAt, Instant lastActivityAt, Instant createdAt, @Nullable Instant closedAt,
    @Nullable String outcome, @Nullable String lastWords) {
  /** Beyond any deadline: the row means "never". */
  private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

  static InquiryView of(Inquiry i, @Nullable String lastWords) {
    return new InquiryView(Long.toString(i.id()), i.reference(), Long.toString(i.contactId()), i.desk(), i.state().name(), i.severity(),
        i.category(), i.topic(), i.language(), i.flags(), i.channel().name().toLowerCase(Locale.ROOT),
        i.ownerId() == null ? null : i.ownerId().toString(), i.routed(), i.waitingSince(), i.dueAt().isAfter(FAR) ? null : i.dueAt(),
        i.firstReplyAt(), i.lastActivityAt(), i.createdAt(), i.closedAt(), i.outcome(), lastWords);
  }
}
