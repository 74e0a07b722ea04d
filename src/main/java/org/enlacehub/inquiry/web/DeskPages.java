package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.View;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.inquiry.Answers;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Mentions;
import org.enlacehub.inquiry.NobodyThere;
import org.enlacehub.inquiry.Outcome;
import org.enlacehub.inquiry.Protection;
import org.enlacehub.inquiry.ReplyOutcome;
import org.enlacehub.platform.web.ProblemException;

/** The desk: the queue on the left, the conversation in the middle, the person and the reasons on the right. */
@Controller("/bandeja")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class DeskPages {
  private static final String PATH = "/bandeja/";
  /** How long an answer may be called back after the button was pressed. */
  private static final Duration UNDO = Duration.ofSeconds(10);
  private final Answers answers;
  private final Inquiries inquiries;
  private final InquiryReader reader;
  private final Protection protection;
  private final Mentions mentions;
  private final ConversationViews conversations;
  private final Desks desks;

  DeskPages(Answers answers, Inquiries inquiries, InquiryReader reader, Protection protection, Mentions mentions,
      ConversationViews conversations, Desks desks) {
    this.answers = answers;
    this.inquiries = inquiries;
    this.reader = reader;
    this.protection = protection;
    this.mentions = mentions;
    this.conversations = conversations;
    this.desks = desks;
  }

  @Serdeable
  record WordsForm(@Nullable String text, @Nullable Long seen, @Nullable String anyway) {}

  @Serdeable
  record TransferForm(@Nullable String desk, @Nullable String note) {}

  @Serdeable
  record GradeForm(@Nullable Integer severity, @Nullable String reason) {}

  @Serdeable
  record CloseForm(@Nullable String outcome) {}

  @Get("/{id}")
  @View("inquiry/conversation")
  ConversationPage open(Authentication authentication, long id, @Nullable @QueryValue String carpeta, @Nullable @QueryValue Long antes,
      @Nullable @QueryValue Long enviado) {
    var actor = Actor.of(authentication);
    var page = conversations.of(actor, id, carpeta, antes).justSent(enviado);
    protection.read(page.opened().inquiry(), actor);
    mentions.read(id, actor);
    return page;
  }

  /** The thread alone, for the live page. */
  @Get("/{id}/hilo")
  @View("inquiry/thread")
  ThreadPart thread(Authentication authentication, long id) {
    return new ThreadPart(conversations.opened(Actor.of(authentication), id, null));
  }

  @Post("/{id}/responder")
  HttpResponse<?> reply(Authentication authentication, long id, @Body WordsForm form) {
    var actor = Actor.of(authentication);
    var text = form.text() == null ? "" : form.text().strip();
    if (text.isEmpty() || text.length() > Answers.LONGEST) {
      return HttpResponse.badRequest(conversations.wrong(actor, id, text,
          text.isEmpty() ? "inquiry.reply.empty" : "inquiry.reply.long", List.of()));
    }
    return switch (answers.reply(id, actor, text, form.anyway() == null ? form.seen() : null, UNDO)) {
      case ReplyOutcome.Queued(var entry) -> HttpResponse.seeOther(URI.create(PATH + id + "?enviado=" + entry.messageId()));
      case ReplyOutcome.Stale(var newer) -> HttpResponse.status(HttpStatus.CONFLICT).body(
          conversations.wrong(actor, id, text, "inquiry.reply.stale", newer));
      case ReplyOutcome.Closed() -> HttpResponse.status(HttpStatus.CONFLICT).body(
          conversations.wrong(actor, id, text, "inquiry.reply.closed", List.of()));
      case ReplyOutcome.NotHere() -> throw missing();
    };
  }

  @Post("/{id}/deshacer/{messageId}")
  HttpResponse<?> undo(Authentication authentication, long id, long messageId) {
    var actor = Actor.of(authentication);
    reader.find(id, actor).orElseThrow(DeskPages::missing);
    return back(id, answers.undo(id, messageId, actor) ? "inquiry.done.undone" : "inquiry.done.tooLate");
  }

  @Post("/{id}/nota")
  HttpResponse<?> note(Authentication authentication, long id, @Body WordsForm form) {
    var text = form.text() == null ? "" : form.text().strip();
    if (text.isEmpty() || text.length() > Answers.LONGEST) {
      return HttpResponse.badRequest(conversations.wrong(Actor.of(authentication), id, text,
          text.isEmpty() ? "inquiry.reply.empty" : "inquiry.reply.long", List.of()));
    }
    inquiries.note(id, Actor.of(authentication), text).orElseThrow(DeskPages::missing);
    return back(id, "inquiry.done.note");
  }

  /** Keeps what is being written; answers nothing. */
  @Post("/{id}/borrador")
  HttpResponse<?> draft(Authentication authentication, long id, @Body WordsForm form) {
    var text = form.text() == null ? "" : form.text();
    if (text.length() > Answers.LONGEST || !reader.saveDraft(id, Actor.of(authentication), text)) {
      throw missing();
    }
    return HttpResponse.noContent();
  }

  @Post("/{id}/tomar")
  HttpResponse<?> take(Authentication authentication, long id) {
    var actor = Actor.of(authentication);
    inquiries.assign(id, actor, actor.staffId()).orElseThrow(DeskPages::missing);
    return back(id, "inquiry.done.taken");
  }

  @Post("/{id}/soltar")
  HttpResponse<?> letGo(Authentication authentication, long id) {
    inquiries.assign(id, Actor.of(authentication), null).orElseThrow(DeskPages::missing);
    return back(id, "inquiry.done.released");
  }

  @Post("/{id}/trasladar")
  HttpResponse<?> transfer(Authentication authentication, long id, @Body TransferForm form) {
    var actor = Actor.of(authentication);
    if (form.desk() == null || !desks.exists(form.desk())) {
      return HttpResponse.badRequest(conversations.wrong(actor, id, null, "inquiry.transfer.unknown", List.of()));
    }
    try {
      inquiries.transfer(id, actor, form.desk(), form.note()).orElseThrow(DeskPages::missing);
    } catch (NobodyThere _) {
      return HttpResponse.status(HttpStatus.CONFLICT).body(conversations.wrong(actor, id, null, "inquiry.transfer.protected", List.of()));
    }
    return actor.scope().covers(form.desk()) ? back(id, "inquiry.done.transferred") : toQueue("inquiry.done.transferred");
  }

  @Post("/{id}/gravedad")
  HttpResponse<?> grade(Authentication authentication, long id, @Body GradeForm form) {
    var actor = Actor.of(authentication);
    if (form.severity() == null || form.severity() < 1 || form.severity() > 4 || form.reason() == null || form.reason().isBlank()) {
      return HttpResponse.badRequest(conversations.wrong(actor, id, null, "inquiry.grade.reason", List.of()));
    }
    inquiries.grade(id, actor, form.severity(), form.reason()).orElseThrow(DeskPages::missing);
    return back(id, "inquiry.done.graded");
  }

  @Post("/{id}/cerrar")
  HttpResponse<?> close(Authentication authentication, long id, @Body CloseForm form) {
    var outcome = form.outcome() == null || !Outcome.CODES.contains(form.outcome()) ? Outcome.CODES.getFirst() : form.outcome();
    var closed = inquiries.close(id, Actor.of(authentication), outcome).orElseThrow(DeskPages::missing).closed();
    return closed ? toQueue("inquiry.done.closed") : back(id, "inquiry.done.closing");
  }

  @Post("/{id}/reabrir")
  HttpResponse<?> reopen(Authentication authentication, long id) {
    inquiries.reopen(id, Actor.of(authentication)).orElseThrow(DeskPages::missing);
    return back(id, "inquiry.done.reopened");
  }

  private static HttpResponse<?> back(long id, String doneKey) {
    return HttpResponse.seeOther(LocalPath.done(PATH + id, doneKey));
  }

  private static HttpResponse<?> toQueue(String doneKey) {
    return HttpResponse.seeOther(LocalPath.done("/bandeja", doneKey));
  }

  private static ProblemException missing() {
    return ProblemException.notFound("inquiry");
  }
}
