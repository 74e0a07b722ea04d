package org.enlacehub.inquiry.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.inquiry.AnswerValues;
import org.enlacehub.inquiry.InquiryReader.Opened;
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

  List<Filled> replies(Opened opened, Actor actor) {
    return replies.fill(opened.inquiry().language(), language(actor), values.of(opened.inquiry(), actor));
  }

  List<Macros.Shown> macros(Opened opened, Actor actor) {
    return macros.shown(opened.inquiry(), actor, language(actor));
  }

  private String language(Actor actor) {
    return staffs.find(actor.staffId()).map(Staff::language).orElse(Languages.OFFERED.getFirst());
  }
}
