package org.enlacehub.inquiry.web;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.inquiry.InquiryReader.Opened;
import org.enlacehub.inquiry.ReadyReplies;
import org.enlacehub.inquiry.ReadyReplies.Filled;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.template.StandardValues;

/** The answers that are ready for the person of an open inquiry. */
@Singleton
class Ready {
  private final ReadyReplies replies;
  private final StandardValues standard;
  private final Staffs staffs;

  Ready(ReadyReplies replies, StandardValues standard, Staffs staffs) {
    this.replies = replies;
    this.standard = standard;
    this.staffs = staffs;
  }

  List<Filled> replies(Opened opened, Actor actor) {
    var inquiry = opened.inquiry();
    var language = staffs.find(actor.staffId()).map(Staff::language).orElse(Languages.OFFERED.getFirst());
    var values = new HashMap<String, Object>(standard.of(inquiry.desk(), null));
    values.put("reference", inquiry.reference());
    values.put("officer", actor.name());
    if (opened.person() != null && opened.person().givenName() != null) {
      values.put("given_name", opened.person().givenName());
    }
    return replies.fill(inquiry.language(), language, values);
  }
}
