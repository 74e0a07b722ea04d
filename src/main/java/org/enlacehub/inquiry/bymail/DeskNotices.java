package org.enlacehub.inquiry.bymail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.enlacehub.account.Staff;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Channel;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryWatch;
import org.enlacehub.inquiry.Protection;

/**
 * Tells officers by mail that it is their turn: of what was given to them, and of words that nobody has answered; once a turn, however
 * much the person writes meanwhile.
 */
@Singleton
class DeskNotices implements InquiryWatch {
  private final NoticeReaders readers;
  private final NoticeMails mails;
  private final Protection protection;
  private final boolean canMail;

  DeskNotices(NoticeReaders readers, NoticeMails mails, Protection protection, Senders senders) {
    this.readers = readers;
    this.mails = mails;
    this.protection = protection;
    this.canMail = senders.has(Channel.EMAIL);
  }

  @Override
  public void changed(Change change) {
    if (!canMail) {
      return;
    }
    var inquiry = change.after();
    boolean theirTurn = switch (change.what()) {
      case HEARD -> beginsTurn(change.before(), inquiry);
      case ASSIGNED -> inquiry.ownerId() != null && inquiry.waitingSince() != null;
      case TRANSFERRED, REOPENED -> inquiry.waitingSince() != null;
      case ANSWERED, GRADED, CLOSED, CHANGED -> false;
    };
    if (theirTurn) {
      told(inquiry).stream().filter(staff -> staff.id() != change.by().staffId()).forEach(staff -> mails.notice(inquiry, staff));
    }
  }

  private List<Staff> told(Inquiry inquiry) {
    var all = inquiry.ownerId() == null ? readers.ofDesk(inquiry.desk()) : readers.owner(inquiry.ownerId());
    return inquiry.restricted() ? all.stream().filter(staff -> protection.shows(inquiry.id(), staff.actor())).toList() : all;
  }

  private static boolean beginsTurn(@Nullable Inquiry before, Inquiry after) {
    return before == null || before.waitingSince() == null || after.severity() < before.severity()
        || !Objects.equals(before.desk(), after.desk());
  }
}
