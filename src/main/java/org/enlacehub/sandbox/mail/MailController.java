package org.enlacehub.sandbox.mail;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sandbox's own API to the mail that was caught, and to write mail to the hub. */
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/sandbox/mail")
final class MailController {
  private final CaughtMails mails;
  private final MigrantMail migrants;
  private final HubMailbox mailbox;
  private final MailFaults faults;

  MailController(CaughtMails mails, MigrantMail migrants, HubMailbox mailbox, MailFaults faults) {
    this.mails = mails;
    this.migrants = migrants;
    this.mailbox = mailbox;
    this.faults = faults;
  }

  /** A mail in short. */
  @Serdeable
  record Caught(long number, String envelopeFrom, List<String> recipients, String from, String subject, String messageId,
      Instant at, int bytes) {}

  /** A page of mails, newest first. */
  @Serdeable
  record Caughts(List<Caught> items) {}

  /** @param duplicated recipients that got more than one mail */
  @Serdeable
  record Count(long messages, long recipients, long recipientsTwice, List<String> duplicated) {}

  /** A mail as a test writes it. */
  @Serdeable
  record Written(String from, @Nullable String name, @Nullable String to, String subject, String text,
      @Nullable Long answers) {}

  @Get("{?to,limit}")
  Caughts list(@Nullable @QueryValue String to, @Nullable @QueryValue Integer limit) {
    return new Caughts(mails.newest(mail -> to == null || mail.isTo(to), Math.clamp(limit == null ? 50 : limit, 1, 1000)).stream()
        .map(mail -> {
          var read = ReadMail.of(mail);
          return new Caught(mail.number(), mail.envelopeFrom(), mail.recipients(), read.from(), read.subject(),
              read.messageId(), mail.at(), mail.raw().length);
        }).toList());
  }

  @Get(value = "/{number}/raw", produces = "message/rfc822")
  HttpResponse<byte[]> raw(long number) {
    return mails.find(number).map(mail -> HttpResponse.ok(mail.raw())).orElseGet(HttpResponse::notFound);
  }

  @Get("/count")
  Count count() {
    Map<String, Integer> times = new HashMap<>();
    mails.newest(_ -> true, Integer.MAX_VALUE).forEach(mail -> mail.recipients().forEach(to -> times.merge(to, 1, Integer::sum)));
    var twice = times.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey).toList();
    return new Count(mails.arrived(), times.size(), twice.size(), twice.stream().limit(20).toList());
  }

  @Delete
  HttpResponse<?> clear() {
    mails.clear();
    return HttpResponse.noContent();
  }

  @Get("/control")
  MailFaults.State control() {
    return faults.now();
  }

  @Post("/control")
  MailFaults.State change(@Body MailFaults.Change change) {
    return faults.change(change);
  }

  @Post("/control/reset")
  MailFaults.State reset() {
    return faults.reset();
  }

  /** Writes to the hub as a migrant; {@code answers} is the number of a caught mail. */
  @Post("/inbound")
  HttpResponse<?> write(@Body Written written) {
    var answered = written.answers() == null ? null : mails.find(written.answers()).orElse(null);
    migrants.send(new MigrantMail.Letter(written.from(), written.name(), written.to(), written.subject(), written.text(), answered));
    return HttpResponse.noContent();
  }

  /** Puts any text, however broken, into the hub's mailbox. */
  @Post("/inbound/raw")
  @Consumes({MediaType.TEXT_PLAIN, "message/rfc822"})
  HttpResponse<?> raw(@Body String raw) {
    mailbox.deliver(raw.getBytes(StandardCharsets.UTF_8));
    return HttpResponse.noContent();
  }
}
