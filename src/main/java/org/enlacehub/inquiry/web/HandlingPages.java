package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.View;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryState;
import org.enlacehub.inquiry.MacroOutcome;
import org.enlacehub.inquiry.Macros;
import org.enlacehub.inquiry.NobodyThere;
import org.enlacehub.inquiry.NotAtDesk;
import org.enlacehub.inquiry.Presence;
import org.enlacehub.platform.web.ProblemException;

/** What is done with an inquiry beside answering it: giving it to a colleague, putting it off, macros, and saying that one is here. */
@Controller("/bandeja/{id}")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class HandlingPages {
  private final Inquiries inquiries;
  private final Presence presence;
  private final Macros macros;
  private final ConversationViews conversations;
  private final Desks desks;

  HandlingPages(Inquiries inquiries, Presence presence, Macros macros, ConversationViews conversations, Desks desks) {
    this.inquiries = inquiries;
    this.presence = presence;
    this.macros = macros;
    this.conversations = conversations;
    this.desks = desks;
  }

  @Serdeable
  record AssignForm(@Nullable Long staff) {}

  @Serdeable
  record SnoozeForm(@Nullable String until, @Nullable String note) {}

  @Serdeable
  record MacroForm(@Nullable String code, @Nullable Long seen) {}

  @Serdeable
  record HereForm(@Nullable String writing) {}

  @Post("/asignar")
  HttpResponse<?> assign(Authentication authentication, long id, @Body AssignForm form) {
    try {
      return back(id, inquiries.assign(id, Actor.of(authentication), form.staff()), "inquiry.done.assigned");
    } catch (NotAtDesk _) {
      return HttpResponse.seeOther(LocalPath.done("/bandeja/" + id, "inquiry.done.notAtDesk"));
    }
  }

  @Post("/posponer")
  HttpResponse<?> snooze(Authentication authentication, long id, @Body SnoozeForm form) {
    var actor = Actor.of(authentication);
    var until = morning(form.until(), actor);
    var done = until.flatMap(instant -> inquiries.snooze(id, actor, instant, form.note()))
        .or(() -> inquiries.snooze(id, actor, Instant.EPOCH, null));
    return back(id, done, done.filter(i -> i.state() == InquiryState.SNOOZED).isPresent() ? "inquiry.done.snoozed" : "inquiry.done.notSnoozed");
  }

  @Post("/retomar")
  HttpResponse<?> wake(Authentication authentication, long id) {
    return back(id, inquiries.wake(id, Actor.of(authentication)), "inquiry.done.awake");
  }

  @Post("/no-cerrar")
  HttpResponse<?> keepOpen(Authentication authentication, long id) {
    return back(id, inquiries.keepOpen(id, Actor.of(authentication)), "inquiry.done.keptOpen");
  }

  @Post("/macro")
  HttpResponse<?> macro(Authentication authentication, long id, @Body MacroForm form) {
    var actor = Actor.of(authentication);
    try {
      return switch (macros.use(id, actor, form.code() == null ? "" : form.code(), form.seen() == null ? 0 : form.seen())) {
        case MacroOutcome.Done(var inquiry) -> HttpResponse.seeOther(LocalPath.done(
            inquiry.closed() || !actor.scope().covers(inquiry.desk()) ? "/bandeja" : "/bandeja/" + id, "inquiry.done.macro"));
        case MacroOutcome.Stale(var newer) -> HttpResponse.status(HttpStatus.CONFLICT).body(conversations.wrong(actor, id, null, "inquiry.join.stale", newer));
        case MacroOutcome.Closed() -> HttpResponse.status(HttpStatus.CONFLICT).body(conversations.wrong(actor, id, null, "inquiry.reply.closed", List.of()));
        case MacroOutcome.NotHere() -> throw ProblemException.notFound("inquiry");
      };
    } catch (NobodyThere _) {
      return HttpResponse.status(HttpStatus.CONFLICT).body(conversations.wrong(actor, id, null, "inquiry.transfer.protected", List.of()));
    }
  }

  /** Asked every few seconds by whoever has the page open. */
  @Post("/presencia")
  @View("inquiry/presence")
  PresencePart here(Authentication authentication, long id, @Body HereForm form) {
    return new PresencePart(id, presence.here(id, Actor.of(authentication), "1".equals(form.writing()))
        .orElseThrow(() -> ProblemException.notFound("inquiry")));
  }

  private Optional<Instant> morning(@Nullable String day, Actor actor) {
    try {
      var zone = desks.zone(actor.desk() == null ? "" : actor.desk());
      return day == null ? Optional.empty() : Optional.of(LocalDate.parse(day).atTime(Inquiries.MORNING).atZone(zone).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static HttpResponse<?> back(long id, Optional<Inquiry> done, String doneKey) {
    if (done.isEmpty()) {
      throw ProblemException.notFound("inquiry");
    }
    return HttpResponse.seeOther(LocalPath.done("/bandeja/" + id, doneKey));
  }
}
