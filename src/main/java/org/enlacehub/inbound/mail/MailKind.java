package org.enlacehub.inbound.mail;

/** What a mail that came in is. */
public enum MailKind {
  /** A person answers something of ours. */
  REPLY(true),
  /** A person writes by themselves. */
  QUESTION(true),
  /** A person wants no more mail. */
  UNSUBSCRIBE(true),
  /** An officer answers a notification from their own mail program. */
  OFFICER(false),
  /** Mail was not delivered, or not yet. */
  BOUNCE(false),
  /** Somebody marked a mail of ours as spam. */
  COMPLAINT(false),
  /** A machine answers, or sends to many: never answered (RFC 3834). */
  AUTOMATIC(false),
  /** Our own mail came back to us. */
  OWN(false),
  SPAM(false),
  /** Nobody to answer to. */
  NO_SENDER(false),
  /** The server did not give it out, again and again. */
  UNREADABLE(false);

  private final boolean personal;

  MailKind(boolean personal) {
    this.personal = personal;
  }

  /** It goes to a desk, and is kept under its writer's key. */
  public boolean personal() {
    return personal;
  }
}
