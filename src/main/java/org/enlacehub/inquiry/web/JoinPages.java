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
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Joins;
import org.enlacehub.inquiry.NobodyThere;
import org.enlacehub.inquiry.Rearranged;
import org.enlacehub.inquiry.Splits;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.triage.Triage;

/** Making one matter of two, and two of one. */
@Controller("/bandeja/{id}")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class JoinPages {
  private final Joins joins;
  private final Splits splits;
  private final InquiryReader reader;
  private final ConversationViews conversations;
  private final Desks desks;
  private final Triage triage;

  JoinPages(Joins joins, Splits splits, InquiryReader reader, ConversationViews conversations, Desks desks, Triage triage) {
    this.joins = joins;
    this.splits = splits;
    this.reader = reader;
    this.conversations = conversations;
    this.desks = desks;
    this.triage = triage;
  }

  @Serdeable
  record MergeForm(@Nullable Long other, @Nullable Long seen) {}

  @Serdeable
  record SplitForm(@Nullable Long first, @Nullable Long last, @Nullable String desk, @Nullable String topic, @Nullable Integer severity,
      @Nullable Long seen) {}

  /** Takes another matter of the person into this one. */
  @Post("/unir")
  HttpResponse<?> merge(Authentication authentication, long id, @Body MergeForm form) {
    var actor = Actor.of(authentication);
    return answer(id, actor, joins.merge(number(form.other()), id, actor, number(form.seen())), "inquiry.done.merged");
  }

  @Post("/separar")
  HttpResponse<?> part(Authentication authentication, long id) {
    var actor = Actor.of(authentication);
    return answer(id, actor, joins.part(id, actor), "inquiry.done.parted");
  }

  @Post("/dividir")
  HttpResponse<?> split(Authentication authentication, long id, @Body SplitForm form) {
    var actor = Actor.of(authentication);
    reader.find(id, actor).orElseThrow(JoinPages::missing);
    boolean known = form.desk() != null && desks.exists(form.desk()) && triage.topics().contains(form.topic())
        && form.severity() != null && form.severity() >= 1 && form.severity() <= 4;
    if (!known) {
      return HttpResponse.badRequest(conversations.wrong(actor, id, null, "inquiry.join.choice", List.of()));
    }
    try {
      return answer(id, actor, splits.split(id, actor, new Splits.Wanted(number(form.first()), number(form.last()), form.desk(), form.topic(),
          form.severity()), number(form.seen())), "inquiry.done.split");
    } catch (NobodyThere _) {
      return HttpResponse.status(HttpStatus.CONFLICT).body(conversations.wrong(actor, id, null, "inquiry.transfer.protected", List.of()));
    }
  }

  private HttpResponse<?> answer(long id, Actor actor, Rearranged how, String doneKey) {
    return switch (how) {
      case Rearranged.Done(var inquiry) -> HttpResponse.seeOther(
          LocalPath.done("/bandeja/" + (reader.find(inquiry.id(), actor).isPresent() ? inquiry.id() : id), doneKey));
      case Rearranged.Stale(var newer) -> HttpResponse.status(HttpStatus.CONFLICT).body(conversations.wrong(actor, id, null, "inquiry.join.stale", newer));
      case Rearranged.Refused(var why) -> HttpResponse.status(HttpStatus.CONFLICT).body(conversations.wrong(actor, id, null, "inquiry.join." + why, List.of()));
      case Rearranged.NotHere() -> throw missing();
    };
  }

  private static long number(@Nullable Long id) {
    return id == null ? 0 : id;
  }

  private static ProblemException missing() {
    return ProblemException.notFound("inquiry");
  }
}
