package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Staff;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.Channel;
import org.enlacehub.inquiry.Entry;
import org.enlacehub.inquiry.InquiryReader.Opened;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Mentions;
import org.enlacehub.inquiry.Windows;
import org.enlacehub.inquiry.assistance.CaseRecords;
import org.enlacehub.inquiry.urgent.Alarms;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.triage.Triage;

/** Makes the page of one conversation. */
@Singleton
class ConversationViews {
  private static final int THREAD = 50;
  private final InquiryReader reader;
  private final Consulates consulates;
  private final Queues queues;
  private final Windows windows;
  private final Desks desks;
  private final Ready ready;
  private final Mentions mentions;
  private final CaseRecords records;
  private final Alarms alarms;
  private final AlarmHistory history;
  private final Triage triage;

  ConversationViews(InquiryReader reader, Consulates consulates, Queues queues, Windows windows, Desks desks, Ready ready,
      Mentions mentions, CaseRecords records, Alarms alarms, AlarmHistory history, Triage triage) {
    this.reader = reader;
    this.consulates = consulates;
    this.queues = queues;
    this.windows = windows;
    this.desks = desks;
    this.ready = ready;
    this.mentions = mentions;
    this.records = records;
    this.alarms = alarms;
    this.history = history;
    this.triage = triage;
  }

  /**
   * The page as it stands.
   *
   * @param folder of the queue beside it; null for the usual one
   * @param before entry before which the thread is shown; null for its end
   * @throws ProblemException 404 when the actor may not see the inquiry
   */
  ConversationPage of(Actor actor, long id, @Nullable String folder, @Nullable Long before) {
    var opened = opened(actor, id, before);
    var inquiry = opened.inquiry();
    var closes = inquiry.channel() == Channel.WHATSAPP ? windows.closes(inquiry.contactId()) : null;
    var prepared = ready.of(inquiry, actor);
    var callable = mentions.callable(inquiry);
    return new ConversationPage(opened, queues.of(actor, QueueQuery.of(folder, id)), opened.draft(), null, List.of(), closes,
        desks.name(inquiry.desk()), consulates.all(), null, history.tell(alarms.of(id)), prepared.replies(), names(callable),
        records.size(inquiry), triage.topics(), prepared.macros(),
        callable.stream().filter(staff -> staff.id() != actor.staffId()).map(Staff::name).toList());
  }

  /** The page again, with what was typed and what is wrong with what was asked. */
  ModelAndView<ConversationPage> wrong(Actor actor, long id, @Nullable String typed, String key, List<Entry> newer) {
    return new ModelAndView<>("inquiry/conversation", of(actor, id, null, null).wrong(typed, key, newer));
  }

  Opened opened(Actor actor, long id, @Nullable Long before) {
    return reader.open(id, actor, before, THREAD).orElseThrow(() -> ProblemException.notFound("inquiry"));
  }

  private static Map<String, String> names(List<Staff> colleagues) {
    var names = new LinkedHashMap<String, String>();
    colleagues.forEach(staff -> names.put(Long.toString(staff.id()), staff.name()));
    return names;
  }
}
