package org.enlacehub.inbound.mail;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A mailbox on an IMAP server of this JVM; {@code consulado@hub.example}. */
final class StandInMailbox implements AutoCloseable {
  static final String ADDRESS = "consulado@hub.example";
  private GreenMail server;
  private GreenMailUser user;
  private final int port;
  private final Doorway doorway;

  StandInMailbox() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    port = server.getImap().getPort();
    user = server.setUser(ADDRESS, "hub", "secret");
    doorway = new Doorway(port);
  }

  String url() {
    return "imap://hub:secret@127.0.0.1:" + doorway.port();
  }

  /** Every line to the mailbox breaks at this moment. */
  void dropLines() {
    doorway.drop();
  }

  /** Puts a mail into it as it stands. */
  void deliver(String raw) {
    deliver(raw.getBytes(StandardCharsets.UTF_8));
  }

  void deliver(byte[] raw) {
    try {
      folder().store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Mails that are marked as seen. */
  int seen() {
    return (int) folder().getMessages().stream().filter(m -> m.getFlags().contains(Flags.Flag.SEEN)).count();
  }

  int count() {
    return folder().getMessageCount();
  }

  /** Everything is numbered anew, as after a server was restored. */
  void renumber() {
    var raws = folder().getMessages().stream().map(m -> {
      var out = new java.io.ByteArrayOutputStream();
      try {
        m.getMimeMessage().writeTo(out);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return out.toByteArray();
    }).toList();
    stop();
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    user = server.setUser(ADDRESS, "hub", "secret");
    raws.forEach(this::deliver);
  }

  private MailFolder folder() {
    try {
      return server.getManagers().getImapHostManager().getInbox(user);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    server.stop();
  }

  @Override
  public void close() {
    doorway.close();
    server.stop();
  }
}
