package org.enlacehub.sandbox.mail;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes a mail from SMTP: keeps it, puts what is for the hub into its mailbox, and sends the reports that addresses ask for. */
@Singleton
class Post {
  private final CaughtMails mails;
  private final HubMailbox mailbox;
  private final Reports reports;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Post(CaughtMails mails, HubMailbox mailbox, Reports reports) {
    this.mails = mails;
    this.mailbox = mailbox;
    this.reports = reports;
  }

  CaughtMail take(String from, List<String> recipients, byte[] raw) {
    var mail = mails.add(from, recipients, raw);
    if (mail.recipients().stream().anyMatch(mailbox::isOurs)) {
      threads.execute(() -> mailbox.deliver(raw));
    }
    for (var to : mail.recipients()) {
      var behaviour = AddressBehaviour.of(to);
      if (mailbox.isOurs(from) && Reports.answers(behaviour)) {
        threads.execute(() -> mailbox.deliver(reports.about(mail, to, behaviour)));
      }
    }
    return mail;
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
