package org.enlacehub.webhook;

import jakarta.inject.Singleton;
import java.util.Map;
import org.enlacehub.inquiry.InquiryWatch;

/** Tells which matters of people begin and end: their ids and desks, not what they are about. */
@Singleton
class InquiryNotices implements InquiryWatch {
  private final Notices notices;

  InquiryNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void changed(Change change) {
    boolean open = !change.after().closed();
    boolean wasOpen = change.before() != null && !change.before().closed();
    if (open != wasOpen) {
      notices.tell(open ? NoticeType.INQUIRY_OPENED : NoticeType.INQUIRY_CLOSED,
          Map.of("inquiryId", Long.toString(change.after().id()), "desk", change.after().desk()));
    }
  }
}
