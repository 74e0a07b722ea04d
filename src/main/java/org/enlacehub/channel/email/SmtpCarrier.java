package org.enlacehub.channel.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.IDN;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.enlacehub.channel.Carrier;
import org.enlacehub.channel.Outgoing;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.channel.SendOutcome.Fault;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.email.dkim.DkimKeys;
import org.enlacehub.channel.email.dkim.DkimSigner;
import org.enlacehub.contact.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail by SMTP. Accepted mails have our own Message-ID as the carrier's id. */
final class SmtpCarrier implements Carrier, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);
  private final SmtpServers servers;
  private final Optional<DkimKeys> keys;
  private final Clock clock;
  private final DomainPatience patience;

  /** @param keys by which mails are signed; empty: none is */
  SmtpCarrier(SmtpServers servers, Optional<DkimKeys> keys, Clock clock) {
    this.servers = servers;
    this.keys = keys;
    this.clock = clock;
    this.patience = new DomainPatience(clock);
  }

  @Override
  public boolean carries(Channel channel) {
    return channel == Channel.EMAIL;
  }

  @Override
  public SendOutcome send(Sender sender, Outgoing message) {
    var pool = servers.of(sender);
    if (pool.isEmpty()) {
      return new SendOutcome.OurFault("smtp-not-configured");
    }
    InternetAddress to;
    try {
      to = new InternetAddress(message.to(), true);
    } catch (AddressException e) {
      return new SendOutcome.Refused("not-an-address", Fault.ADDRESS);
    }
    var domain = message.to().substring(message.to().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return patience.wait(domain).orElseGet(() -> {
      var outcome = send(pool.get(), sender, message, to);
      patience.note(domain, outcome);
      return outcome;
    });
  }

  private SendOutcome send(SmtpPool pool, Sender sender, Outgoing message, InternetAddress to) {
    MimeMessage mail;
    try {
      mail = MailWriter.write(pool.session(), sender, message, to, clock.instant());
      sign(mail, sender);
    } catch (MessagingException e) {
      return new SendOutcome.Refused("unwritable", Fault.MESSAGE);
    }
    SmtpConnection connection;
    try {
      connection = pool.take();
    } catch (AuthenticationFailedException e) {
      return new SendOutcome.OurFault("smtp-credentials");
    } catch (MessagingException e) {
      return new SendOutcome.TryLater("not-reached", Duration.ZERO);
    }
    try {
      connection.deliver(mail, to);
      pool.giveBack(connection);
      return new SendOutcome.Accepted(mail.getMessageID());
    } catch (MessagingException e) {
      var outcome = SmtpReplies.outcome(connection.phase(), connection.failedCode(), connection.failedReply());
      if (connection.failedCode() == 0 || connection.failedCode() == 421 || !connection.isConnected()) {
        pool.drop(connection);
      } else {
        pool.giveBack(connection);
      }
      return outcome;
    } catch (RuntimeException e) {
      LOG.error("Handing mail {} over failed with {}", message.messageId(), e.getClass().getName());
      var reached = connection.phase() == SmtpConnection.Phase.END;
      pool.drop(connection);
      return reached ? new SendOutcome.Uncertain("failed-after-data") : new SendOutcome.TryLater("failed-before-data",
          Duration.ZERO);
    }
  }

  private void sign(MimeMessage mail, Sender sender) throws MessagingException {
    var address = sender.bareAddress();
    var key = keys.flatMap(all -> all.of(IDN.toASCII(address.substring(address.indexOf('@') + 1)).toLowerCase(Locale.ROOT)));
    if (key.isPresent()) {
      var raw = new ByteArrayOutputStream();
      try {
        mail.writeTo(raw);
      } catch (IOException e) {
        throw new MessagingException("a mail of ours cannot be written", e);
      }
      mail.setHeader("DKIM-Signature", DkimSigner.sign(raw.toByteArray(), key.get(), clock.instant()));
    }
  }

  @Override
  public void close() {
    servers.close();
  }
}
