package org.enlacehub.inquiry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.enlacehub.inquiry.Attachment;
import org.enlacehub.inquiry.Entry;
import org.enlacehub.inquiry.InquiryReader.Line;
import org.enlacehub.inquiry.InquiryReader.Opened;
import org.enlacehub.inquiry.TriageNote;
import org.enlacehub.routing.RoutingDecision;

/**
 * An inquiry with its thread and its reasons.
 *
 * @param triage why this severity; null when the person was erased
 * @param routing why this desk; null when the person was erased
 */
@Serdeable
record OpenedView(@JsonUnwrapped InquiryView inquiry, List<EntryView> entries, @Nullable TriageNote triage, @Nullable RoutingDecision routing) {

  /**
   * One entry.
   *
   * @param kind IN, OUT, NOTE or EVENT
   * @param answers the message of ours that the person quoted; null when they quoted none
   * @param state of our message, as the outbox has it; null for all else
   * @param reason why the message stands there; null when nothing is special
   */
  @Serdeable
  record EntryView(String id, String kind, Instant at, @Nullable String channel, @Nullable String author, @Nullable String text,
      @Nullable String act, @Nullable String detail, @Nullable String messageId, @Nullable String state, @Nullable String reason,
      @Nullable String answers, List<AttachmentView> attachments) {

    static EntryView of(Line line) {
      var e = line.entry();
      var m = e.kind() == Entry.Kind.OUT ? line.message() : null;
      return new EntryView(Long.toString(e.id()), e.kind().name(), e.at(), e.channel() == null ? null : e.channel().code(), line.author(),
          line.words().isEmpty() ? null : line.words(), e.act(), e.answers() == null ? e.detail() : null, e.messageId() == null ? null : e.messageId().toString(),
          m == null ? null : m.state(), m == null ? null : m.reason(), e.answers() == null ? null : e.answers().toString(),
          line.attachments().stream().map(AttachmentView::of).toList());
    }
  }

  /**
   * What came with an entry.
   *
   * @param state WAITING, STORED or REFUSED
   * @param href where its bytes are, once stored
   */
  @Serdeable
  record AttachmentView(String id, String state, @Nullable String name, String type, long bytes, @Nullable String reason,
      @Nullable String href) {

    static AttachmentView of(Attachment a) {
      return new AttachmentView(Long.toString(a.id()), a.state().name(), a.name(), a.type().mime(), a.bytes(), a.reason(),
          a.state() == Attachment.State.STORED ? AttachmentPages.PATH + a.id() : null);
    }
  }

  static OpenedView of(Opened opened) {
    return new OpenedView(InquiryView.of(opened.inquiry(), null), opened.lines().stream().map(EntryView::of).toList(),
        opened.triage().orElse(null), opened.routing().orElse(null));
  }
}
