package org.enlacehub.channel.email.imap;

import java.io.IOException;

/** The mailbox cannot be read now; {@link #getMessage} is a code such as {@code imap-credentials} and holds no personal data. */
public final class MailboxAway extends IOException {
  MailboxAway(String code, Throwable cause) {
    super(code, cause);
  }
}
