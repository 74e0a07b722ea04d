package org.enlacehub.channel.email.imap;

import io.micronaut.core.annotation.Nullable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.enlacehub.channel.email.AccessTokens;

/**
 * One folder over one connection. Every call connects again when the line was lost; a call that fails has changed nothing in the
 * mailbox. For one thread, but for {@link #wake} and {@link #close}.
 */
public final class ImapMailbox implements AutoCloseable {
  private static final String CONNECT_MILLIS = "10000";
  private static final String REPLY_MILLIS = "60000";
  private static final String FETCH_BYTES = Integer.toString(512 * 1024);
  private static final Duration AGAIN = Duration.ofMillis(500);
  private final ImapAddress address;
  private final Optional<AccessTokens> tokens;
  private final Session session;
  private final String protocol;
  private volatile IMAPFolder folder;
  private IMAPStore store;

  /** @param tokens instead of the password; empty for servers that want the password */
  public ImapMailbox(ImapAddress address, Optional<AccessTokens> tokens) {
    this.address = address;
    this.tokens = tokens;
    this.protocol = address.implicitTls() ? "imaps" : "imap";
    this.session = Session.getInstance(properties());
  }

  /** Takes a mail's bytes as they flow. */
  @FunctionalInterface
  public interface Taker {
    /** @param size as the server tells it */
    void take(InputStream raw, long size) throws IOException;
  }

  private Properties properties() {
    var p = new Properties();
    var prefix = "mail." + protocol + ".";
    p.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
    p.setProperty(prefix + "timeout", REPLY_MILLIS);
    p.setProperty(prefix + "writetimeout", REPLY_MILLIS);
    p.setProperty(prefix + "fetchsize", FETCH_BYTES);
    p.setProperty(prefix + "peek", "true");
    if (tokens.isPresent()) {
      p.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    p.setProperty(prefix + "ssl.checkserveridentity", "true");
    p.setProperty(prefix + "starttls.enable", Boolean.toString(!address.implicitTls()));
    p.setProperty(prefix + "starttls.required", Boolean.toString(!address.implicitTls() && !address.isLoopback()));
    return p;
  }

  /** When it differs from before, the server numbered its mails anew. */
  public long uidValidity() throws MailboxAway {
    return asked(IMAPFolder::getUIDValidity);
  }

  /** The numbers of all mails after this one, rising. */
  public long[] after(long uid) throws MailboxAway {
    return asked(open -> {
      // The server tells of new mails with its next answer; without it they have no place yet.
      open.doCommand(line -> {
        line.noop();
        return null;
      });
      var found = open.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
      // FETCH n:* answers with the last mail even when its number is lower.
      return Arrays.stream(found).filter(m -> m != null).mapToLong(m -> uid(open, m)).filter(n -> n > uid).sorted().toArray();
    });
  }

  /** Passes a mail on without marking it as seen. False when it is not there any more. */
  public boolean read(long uid, Taker taker) throws IOException {
    var problem = new IOException[1];
    boolean there = asked(open -> {
      var message = (IMAPMessage) open.getMessageByUID(uid);
      if (message == null) {
        return false;
      }
      message.setPeek(true);
      try (var raw = message.getMimeStream()) {
        taker.take(raw, size(open, message));
      } catch (IOException e) {
        problem[0] = e;
      }
      return true;
    });
    if (problem[0] != null) {
      throw problem[0];
    }
    return there;
  }

  /** Marks mails as seen: call it once they are stored. */
  public void markSeen(long... uids) throws MailboxAway {
    asked(open -> {
      open.setFlags(open.getMessagesByUID(uids), new Flags(Flags.Flag.SEEN), true);
      return null;
    });
  }

  /** Waits until something happens in the mailbox, the time is over, or {@link #wake} is called. */
  public void await(Duration time) throws MailboxAway {
    var alarm = Thread.startVirtualThread(() -> wakeAfter(time));
    try {
      asked(open -> {
        open.idle(true);
        return null;
      });
    } finally {
      alarm.interrupt();
    }
  }

  /** Ends {@link #await}; from any thread. */
  public void wake() {
    var open = folder;
    try {
      if (open != null && open.isOpen()) {
        // Any command ends IDLE.
        open.doCommandIgnoreFailure(line -> {
          line.noop();
          return null;
        });
      }
    } catch (MessagingException | IllegalStateException e) {
      // The line is lost, which ends it too.
    }
  }

  /** Again and again until interrupted: the first may come before the server has begun to idle. */
  private void wakeAfter(Duration time) {
    try {
      Thread.sleep(time);
      while (true) {
        wake();
        Thread.sleep(AGAIN);
      }
    } catch (InterruptedException e) {
      // The mailbox is awake.
    }
  }

  /** Drops the line; the next call makes a new one. */
  @Override
  public synchronized void close() {
    try {
      if (folder != null && folder.isOpen()) {
        folder.close(false);
      }
      if (store != null) {
        store.close();
      }
    } catch (MessagingException | IllegalStateException e) {
      // It is being thrown away.
    }
    folder = null;
    store = null;
  }

  /** A question to the open folder. */
  private interface Question<T> {
    T ask(IMAPFolder open) throws MessagingException;
  }

  private <T> T asked(Question<T> question) throws MailboxAway {
    try {
      return question.ask(open());
    } catch (AuthenticationFailedException e) {
      tokens.ifPresent(AccessTokens::refused);
      close();
      throw new MailboxAway("imap-credentials", e);
    } catch (MessagingException | IllegalStateException e) {
      close();
      throw new MailboxAway("imap-away", e);
    }
  }

  private synchronized IMAPFolder open() throws MessagingException {
    if (folder == null || !folder.isOpen()) {
      close();
      store = (IMAPStore) session.getStore(protocol);
      store.connect(address.host(), address.port(), address.user(), secret());
      var fresh = (IMAPFolder) store.getFolder(address.folder());
      fresh.open(Folder.READ_WRITE);
      folder = fresh;
    }
    return folder;
  }

  private @Nullable String secret() throws MessagingException {
    try {
      var password = tokens.isPresent() ? tokens.get().now() : address.password();
      return password == null ? null : password.reveal();
    } catch (IOException e) {
      throw new MessagingException("no access token", e);
    }
  }

  private static long uid(IMAPFolder open, jakarta.mail.Message message) {
    try {
      return open.getUID(message);
    } catch (MessagingException e) {
      return -1;
    }
  }

  private static long size(IMAPFolder open, IMAPMessage message) throws MessagingException {
    var profile = new FetchProfile();
    profile.add(FetchProfile.Item.SIZE);
    open.fetch(new jakarta.mail.Message[] {message}, profile);
    return message.getSizeLong();
  }
}
