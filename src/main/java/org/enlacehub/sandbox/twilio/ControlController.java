package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** The sandbox's own API, by which tests and people steer the carrier and read its book. No part of Twilio's. */
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/sandbox")
final class ControlController {
  private final Faults faults;
  private final CarrierBook book;
  private final Ledger ledger;
  private final Journeys journeys;
  private final OptOuts optOuts;
  private final Sessions sessions;
  private final Inbound inbound;
  private final ContentShelf content;

  ControlController(Faults faults, CarrierBook book, Ledger ledger, Journeys journeys, OptOuts optOuts, Sessions sessions,
      Inbound inbound, ContentShelf content) {
    this.faults = faults;
    this.book = book;
    this.ledger = ledger;
    this.journeys = journeys;
    this.optOuts = optOuts;
    this.sessions = sessions;
    this.inbound = inbound;
    this.content = content;
  }

  /** State of the faults, and how much is under way. */
  @Serdeable
  record Control(Faults.State faults, long arrived, int underWay, long notFollowed) {}

  /** An inbound message as a test sends it: {@code from} a number, {@code channel} sms or whatsapp. */
  @Serdeable
  record Sent(String from, @Nullable String channel, @Nullable String body, @Nullable String profileName,
      @Nullable Double latitude, @Nullable Double longitude, @Nullable Integer times) {}

  /** What became of it. */
  @Serdeable
  record Arrived(String sid, int status) {}

  /** WhatsApp's reviewers: at rest, or at work. */
  @Serdeable
  record Reviewers(boolean rest) {}

  /** A template for the shelf. */
  @Serdeable
  record Template(String name, String language, String body, @Nullable String category) {}

  @Get("/control")
  Control control() {
    return new Control(faults.now(), book.arrived(), journeys.underWay(), journeys.notFollowed());
  }

  @Post("/control")
  Control change(@Body Faults.Change change) {
    faults.change(change);
    return control();
  }

  /** Ends all faults; the book, opt-outs and sessions stay. */
  @Post("/control/reset")
  Control reset() {
    faults.reset();
    return control();
  }

  @Get("/book{?to,from,direction,status,limit,after}")
  Ledger.Listing book(@Nullable @QueryValue String to, @Nullable @QueryValue String from,
      @Nullable @QueryValue String direction, @Nullable @QueryValue String status,
      @Nullable @QueryValue Integer limit, @Nullable @QueryValue Long after) {
    return ledger.list(new Ledger.Filter(to, from, direction, status), after == null ? -1 : after,
        Math.clamp(limit == null ? 100 : limit, 1, 10_000));
  }

  @Get("/book/count{?to,from,direction,status}")
  Ledger.Count count(@Nullable @QueryValue String to, @Nullable @QueryValue String from,
      @Nullable @QueryValue String direction, @Nullable @QueryValue String status) {
    return ledger.count(new Ledger.Filter(to, from, direction, status));
  }

  @Get("/book/rate{?from}")
  Ledger.Rate rate(@Nullable @QueryValue String from) {
    return ledger.rate(from);
  }

  /** Forgets all messages, opt-outs and sessions. */
  @Delete("/book")
  HttpResponse<?> clear() {
    book.clear();
    optOuts.clear();
    sessions.clear();
    return HttpResponse.noContent();
  }

  /** Sends as a migrant; {@code times} posts the same message again and again, as a carrier that lost the answer does. */
  @Post("/inbound")
  Arrived inbound(@Body Sent sent) {
    var delivery = inbound.deliver(new InboundMessage(sent.from(), "whatsapp".equals(sent.channel()),
        sent.body() == null ? "" : sent.body(), sent.profileName(), List.of(), sent.latitude(), sent.longitude()));
    for (int again = 1; sent.times() != null && again < Math.min(sent.times(), 1000); again++) {
      inbound.repeat(delivery.message());
    }
    return new Arrived(delivery.message().sid(), delivery.status());
  }

  @Put("/content/{sid}")
  HttpResponse<?> content(String sid, @Body Template template) {
    content.put(sid, template.name(), template.language(), template.body(),
        template.category() == null ? "UTILITY" : template.category());
    return HttpResponse.noContent();
  }

  /** Whether WhatsApp's reviewers decide about what is submitted. */
  @Put("/reviewers")
  HttpResponse<?> reviewers(@Body Reviewers reviewers) {
    content.reviewersRest(reviewers.rest());
    return HttpResponse.noContent();
  }
}
