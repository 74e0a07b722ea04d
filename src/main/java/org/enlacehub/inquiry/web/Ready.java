package org.enlacehub.inquiry.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.inquiry.AnswerValues;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.Macros;
import org.enlacehub.inquiry.ReadyReplies.Filled;
import org.enlacehub.inquiry.ReadyReplies;
import org.enlacehub.platform.i18n.Languages;

/** What is ready for the person of an open inquiry: answers, and macros that act as well. */
@Singleton
class Ready {
  private final ReadyReplies replies;
  private final Macros macros;
  private final AnswerValues values;
  private final Staffs staffs;

  Ready(ReadyReplies replies, Macros macros, AnswerValues values, Staffs staffs) {
    this.replies = replies;
    this.macros = macros;
    this.values = values;
    this.staffs = staffs;
  }

  /** All that an officer may use for one matter. */
  record Prepared(List<Filled> replies, List<Macros.Shown> macros) {}

  Prepared of(Inquiry inquiry, Actor actor) {
    var language = staffs.find(actor.staffId()).map(Staff::language).orElse(Languages.OFFERED.getFirst());
    var filled = values.of(inquiry, actor);
    return new Prepared(replies.fill(inquiry.language(), language, filled), macros.shown(inquiry, language, filled));
  }
}
