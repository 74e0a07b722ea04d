package org.enlacehub.channel.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection that knows how far a mail came. The only doubt is a final reply that was not seen: before the end of the text is
 * written, a server keeps nothing; after its reply we know.
 */
final class SmtpConnection extends SMTPTransport {

  /** How far the mail in hand has come. */
  enum Phase {
    CONNECT,
    SENDER,
    RECIPIENT,
    TEXT,
    /** The end of the text is written, or being written: the server may have taken it. */
    END
  }

  private Phase phase = Phase.CONNECT;
  private int failedCode;
  private String failedReply = "";
  private int mails;
  private long lastUsed = System.nanoTime();

  SmtpConnection(Session session, String protocol, boolean ssl) {
    super(session, new URLName(protocol, null, -1, null, null, null), protocol, ssl);
  }

  /** Hands over one mail to one recipient. */
  void deliver(Message mail, InternetAddress to) throws MessagingException {
    phase = Phase.SENDER;
    failedCode = 0;
    failedReply = "";
    mails++;
    try {
      sendMessage(mail, new InternetAddress[] {to});
    } finally {
      lastUsed = System.nanoTime();
    }
  }

  Phase phase() {
    return phase;
  }

  /** The first reply that refused something; 0 when the line broke instead. */
  int failedCode() {
    return failedCode;
  }

  String failedReply() {
    return failedReply;
  }

  int mails() {
    return mails;
  }

  long idleNanos() {
    return System.nanoTime() - lastUsed;
  }

  @Override
  protected void rcptTo() throws MessagingException {
    phase = Phase.RECIPIENT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    phase = Phase.TEXT;
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    phase = Phase.END;
    super.finishData();
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (code >= 400 && failedCode == 0) {
      failedCode = code;
      failedReply = getLastServerResponse();
    }
    return code;
  }
}
