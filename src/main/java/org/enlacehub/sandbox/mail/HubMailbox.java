package org.enlacehub.sandbox.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Properties;
import org.enlacehub.platform.settings.Settings;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.sandbox.SandboxSettings;

/** The hub's own mailbox, read by IMAP. Mail to any address at the hub's domain lands in it. */
@Context
public class HubMailbox {
  private final SandboxSettings settings;
  private final String address;
  private final GreenMail server;
  private GreenMailUser user;

  HubMailbox(SandboxSettings settings, Settings product) {
    this.settings = settings;
    this.address = product.mailFrom().orElse(SandboxCarriers.MAIL_FROM).replaceFirst(".*<(.*)>.*", "$1").strip();
    this.server = new GreenMail(new ServerSetup(settings.imapPort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  }

  @PostConstruct
  void start() throws UserException {
    server.start();
    user = server.getUserManager().createUser(address, SandboxCarriers.MAIL_USER, SandboxCarriers.MAIL_PASSWORD);
  }

  @PreDestroy
  void stop() {
    server.stop();
  }

  /** The hub's address. */
  public String address() {
    return address;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getImap().getPort();
  }

  /** What {@code ENLACE_IMAP_URL} must be. */
  public String url() {
    return "imap://" + SandboxCarriers.MAIL_USER + ":" + SandboxCarriers.MAIL_PASSWORD + "@localhost:" + port();
  }

  /** True for an address of the hub's domain. */
  boolean isOurs(String other) {
    return other.substring(other.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT)
        .equals(address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
  }

  /** Puts a message into the mailbox as it stands. */
  public synchronized void deliver(byte[] raw) {
    try {
      var folder = server.getManagers().getImapHostManager().getInbox(user);
      folder.store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
      var uids = folder.getMessageUids();
      if (uids.length > settings.mailsKept()) {
        forgetOldest(folder, uids[0]);
      }
    } catch (MessagingException e) {
      throw new IllegalArgumentException("this is no mail", e);
    } catch (Exception e) {
      throw new IllegalStateException("the mailbox did not take the mail", e);
    }
  }

  /** Messages in the mailbox. */
  public int count() throws FolderException {
    return server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
  }

  private static void forgetOldest(com.icegreen.greenmail.store.MailFolder folder, long uid) throws FolderException {
    folder.setFlags(new Flags(Flags.Flag.DELETED), true, uid, null, true);
    folder.expunge();
  }
}
