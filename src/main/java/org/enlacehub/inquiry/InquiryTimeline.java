package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.TimelineEntry;
import org.enlacehub.contact.TimelineSource;
import org.enlacehub.platform.i18n.Texts;

/** Inquiries on the contact's timeline, for those who may read them. */
@Singleton
class InquiryTimeline implements TimelineSource {
  private final InquiryRepository inquiries;

  InquiryTimeline(InquiryRepository inquiries) {
    this.inquiries = inquiries;
  }

  @Override
  public List<TimelineEntry> entries(long contactId, Actor actor, Texts texts, int limit) {
    if (!actor.may(Role.OFFICER, Role.ADMINISTRATOR)) {
      return List.of();
    }
    return inquiries.ofContact(contactId, Sight.of(actor), limit).stream()
        .map(i -> new TimelineEntry(i.createdAt(), "inquiry", texts.get("inquiry.timeline", i.reference(), i.desk()), "/bandeja/" + i.id()))
        .toList();
  }
}
