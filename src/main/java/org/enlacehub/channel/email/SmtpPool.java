package org.enlacehub.channel.email;

import io.micronaut.core.annotation.Nullable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Kept connections to one mail server. A connection is renewed after a number of mails and checked after lying idle. */
final class SmtpPool implements AutoCloseable {
  private static final int MAILS_EACH = 500;
  private static final Duration CHECK_AFTER = Duration.ofSeconds(5);
  private static final Duration CLOSE_AFTER = Duration.ofMinutes(2);
  private static final String CONNECT_MILLIS = "10000";
  private static final String REPLY_MILLIS = "60000";
  private final SmtpAddress address;
  private final Optional<AccessTokens> tokens;
  private final Session session;
  private final String protocol;
  private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

  /** @param tokens instead of the password; empty for servers that want the password */
  SmtpPool(SmtpAddress address, Optional<AccessTokens> tokens) {
    this.address = address;
    this.tokens = tokens;
    this.protocol = address.implicitTls() ? "smtps" : "smtp";
    var p = new Properties();
    var prefix = "mail." + protocol + ".";
    p.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
    p.setProperty(prefix + "timeout", REPLY_MILLIS);
    p.setProperty(prefix + "auth", Boolean.toString(address.user() != null));
    if (tokens.isPresent()) {
      p.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    p.setProperty(prefix + "quitwait", "false");
    p.setProperty(prefix + "allowutf8", "true");
    p.setProperty(prefix + "ssl.checkserveridentity", "true");
    boolean plainAllowed = address.isLoopback();
    p.setProperty(prefix + "starttls.enable", Boolean.toString(!address.implicitTls()));
    p.setProperty(prefix + "starttls.required", Boolean.toString(!address.implicitTls() && !plainAllowed));
    this.session = Session.getInstance(p);
  }

  Session session() {
    return session;
  }

  /** A connection that works, as far as can be known without a mail. */
  SmtpConnection take() throws MessagingException {
    SmtpConnection kept;
    while ((kept = idle.pollFirst()) != null) {
      long nanos = kept.idleNanos();
      if (nanos < CHECK_AFTER.toNanos() || nanos < CLOSE_AFTER.toNanos() && kept.isConnected()) {
        return kept;
      }
      drop(kept);
    }
    try {
      return connected();
    } catch (AuthenticationFailedException e) {
      if (tokens.isEmpty()) {
        throw e;
      }
      // It may have been taken back before its time.
      tokens.get().refused();
      return connected();
    }
  }

  private SmtpConnection connected() throws MessagingException {
    var fresh = new SmtpConnection(session, protocol, address.implicitTls());
    fresh.connect(address.host(), address.port(), address.user(), secret());
    return fresh;
  }

  private @Nullable String secret() throws MessagingException {
    try {
      var password = tokens.isPresent() ? tokens.get().now() : address.password();
      return password == null ? null : password.reveal();
    } catch (IOException e) {
      throw new MessagingException("no access token", e);
    }
  }

  /** Gives a connection back after a mail, refused or not, as long as its line stands. */
  void giveBack(SmtpConnection connection) {
    if (connection.mails() >= MAILS_EACH) {
      drop(connection);
    } else {
      idle.addFirst(connection);
    }
  }

  void drop(SmtpConnection connection) {
    try {
      connection.close();
    } catch (MessagingException e) {
      // It is being thrown away.
    }
  }

  @Override
  public void close() {
    SmtpConnection kept;
    while ((kept = idle.pollFirst()) != null) {
      drop(kept);
    }
  }
}
