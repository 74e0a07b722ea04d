package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Role;
import org.enlacehub.inquiry.Answers;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryFilter;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.InquiryState;
import org.enlacehub.inquiry.NobodyThere;
import org.enlacehub.inquiry.NotAtDesk;
import org.enlacehub.inquiry.ReplyOutcome;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.ProblemException;

/** Inquiries for programs: those of the caller's desk, and no sign of any other's. */
@Controller("/api/v1/inquiries")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class InquiryApi {
  private static final int LIMIT = 50;
  private static final int LIMIT_MAX = 200;
  private static final int THREAD = 200;
  private static final int LONGEST_OUTCOME = 20;
  private final Answers answers;
  private final Inquiries inquiries;
  private final InquiryReader reader;
  private final Desks desks;

  InquiryApi(Answers answers, Inquiries inquiries, InquiryReader reader, Desks desks) {
    this.answers = answers;
    this.inquiries = inquiries;
    this.reader = reader;
    this.desks = desks;
  }

  /** @param lastSeen id of the newest entry that the caller has shown; guards against answering twice */
  @Serdeable
  record ReplyRequest(@Nullable String text, @Nullable String lastSeen) {}

  @Serdeable
  record ReplyView(String id, String messageId, String state) {}

  @Serdeable
  record AssignRequest(@Nullable String staffId) {}

  @Serdeable
  record TransferRequest(@Nullable String desk, @Nullable String note) {}

  @Serdeable
  record EscalateRequest(@Nullable Integer severity, @Nullable String reason) {}

  @Serdeable
  record CloseRequest(@Nullable String outcome) {}

  @Get
  Page<InquiryView> list(Authentication authentication, @Nullable @QueryValue String desk, @Nullable @QueryValue String state,
      @Nullable @QueryValue Integer severity, @Nullable @QueryValue String reference, @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    var wanted = state == null ? null : InquiryState.parse(state)
        .orElseThrow(() -> ProblemException.invalid("state", "unknown", "One of OPEN, WAITING, SNOOZED, CLOSED is expected."));
    var filter = InquiryFilter.ALL.atDesk(desk).in(wanted).ofSeverity(severity).withReference(reference);
    var page = reader.queue(filter, Actor.of(authentication), cursor, limit == null ? LIMIT : Math.clamp(limit, 1, LIMIT_MAX));
    return new Page<>(page.items().stream().map(row -> InquiryView.of(row.inquiry(), row.lastWords())).toList(), page.next());
  }

  @Get("/{id}")
  OpenedView one(Authentication authentication, String id) {
    return OpenedView.of(reader.open(number(id), Actor.of(authentication), null, THREAD).orElseThrow(InquiryApi::missing));
  }

  /** 409 when somebody else answered after {@code lastSeen}, or the inquiry is closed. */
  @Post("/{id}/replies")
  HttpResponse<ReplyView> reply(Authentication authentication, String id, @Body ReplyRequest body) {
    var text = required(body.text(), "/text");
    var seen = body.lastSeen() == null ? null : number(body.lastSeen());
    return switch (answers.reply(number(id), Actor.of(authentication), text, seen, Duration.ZERO)) {
      case ReplyOutcome.Queued(var entry) ->
          HttpResponse.accepted().body(new ReplyView(Long.toString(entry.id()), Long.toString(entry.messageId()), "QUEUED"));
      case ReplyOutcome.Stale(_) -> throw new ProblemException(HttpStatus.CONFLICT, "stale-reply",
          "Somebody answered after what you had seen; read it and send again with its id as lastSeen. Nothing was sent.");
      case ReplyOutcome.Closed() -> throw new ProblemException(HttpStatus.CONFLICT, "inquiry-closed", "The inquiry is closed; reopen it first.");
      case ReplyOutcome.NotHere() -> throw missing();
    };
  }

  @Post("/{id}/assign")
  InquiryView assign(Authentication authentication, String id, @Body AssignRequest body) {
    var actor = Actor.of(authentication);
    var owner = body.staffId() == null ? null : body.staffId().equals("me") ? (Long) actor.staffId() : (Long) number(body.staffId());
    try {
      return view(inquiries.assign(number(id), actor, owner));
    } catch (NotAtDesk _) {
      throw ProblemException.invalid("/staffId", "not-at-desk", "Give it to an active officer of the inquiry's desk, or to an administrator.");
    }
  }

  @Post("/{id}/transfer")
  InquiryView transfer(Authentication authentication, String id, @Body TransferRequest body) {
    var desk = required(body.desk(), "/desk");
    if (!desks.exists(desk)) {
      throw ProblemException.invalid("/desk", "unknown", "There is no mission with this code.");
    }
    try {
      return view(inquiries.transfer(number(id), Actor.of(authentication), desk, body.note()));
    } catch (NobodyThere _) {
      throw new ProblemException(HttpStatus.CONFLICT, "nobody-named", "The inquiry is protected; first name an officer of that desk to it.");
    }
  }

  /** Raises the severity by one step, or to {@code severity}; an officer may also lower it, with a reason. */
  @Post("/{id}/escalate")
  InquiryView escalate(Authentication authentication, String id, @Nullable @Body EscalateRequest body) {
    var asked = body == null ? new EscalateRequest(null, null) : body;
    if (asked.severity() != null && (asked.severity() < 1 || asked.severity() > 4)) {
      throw ProblemException.invalid("/severity", "range", "A severity is 1, 2, 3 or 4.");
    }
    if (asked.severity() != null && (asked.reason() == null || asked.reason().isBlank())) {
      throw ProblemException.invalid("/reason", "missing", "Say why the severity is set to this.");
    }
    return view(inquiries.grade(number(id), Actor.of(authentication), asked.severity(), asked.reason()));
  }

  @Post("/{id}/close")
  InquiryView close(Authentication authentication, String id, @Nullable @Body CloseRequest body) {
    var outcome = body == null || body.outcome() == null ? "answered" : body.outcome();
    if (!outcome.matches("[a-z_-]{1," + LONGEST_OUTCOME + "}")) {
      throw ProblemException.invalid("/outcome", "shape", "An outcome is a word of at most 20 small letters.");
    }
    return view(inquiries.close(number(id), Actor.of(authentication), outcome));
  }

  @Post("/{id}/reopen")
  InquiryView reopen(Authentication authentication, String id) {
    return view(inquiries.reopen(number(id), Actor.of(authentication)));
  }

  private static InquiryView view(Optional<Inquiry> inquiry) {
    return InquiryView.of(inquiry.orElseThrow(InquiryApi::missing), null);
  }

  private static String required(@Nullable String text, String pointer) {
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid(pointer, "missing", "It must not be empty.");
    }
    if (text.length() > Answers.LONGEST) {
      throw ProblemException.invalid(pointer, "too-long", "At most 10,000 characters.");
    }
    return text;
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException _) {
      throw missing();
    }
  }

  private static ProblemException missing() {
    return ProblemException.notFound("inquiry");
  }
}
