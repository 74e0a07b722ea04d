package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Role;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Joins;
import org.enlacehub.inquiry.NobodyThere;
import org.enlacehub.inquiry.Rearranged;
import org.enlacehub.inquiry.Splits;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.triage.Triage;

/** Making one matter of two, and two of one, for programs. */
@Controller("/api/v1/inquiries/{id}")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class JoinApi {
  private final Joins joins;
  private final Splits splits;
  private final InquiryReader reader;
  private final Desks desks;
  private final Triage triage;

  JoinApi(Joins joins, Splits splits, InquiryReader reader, Desks desks, Triage triage) {
    this.joins = joins;
    this.splits = splits;
    this.reader = reader;
    this.desks = desks;
    this.triage = triage;
  }

  /** @param lastSeen id of the newest entry of this inquiry that the caller has shown */
  @Serdeable
  record MergeRequest(@Nullable String inquiryId, @Nullable String lastSeen) {}

  /** @param first entry of the range, {@code last} the last one, both included */
  @Serdeable
  record SplitRequest(@Nullable String first, @Nullable String last, @Nullable String desk, @Nullable String topic, @Nullable Integer severity,
      @Nullable String lastSeen) {}

  /** Takes another inquiry of the same person into this one. 409 when something is newer than {@code lastSeen}. */
  @Post("/merge")
  InquiryView merge(Authentication authentication, long id, @Body MergeRequest body) {
    return view(joins.merge(number(body.inquiryId()), id, Actor.of(authentication), number(body.lastSeen())));
  }

  /** Makes an inquiry that was merged one of its own again. */
  @Post("/unmerge")
  InquiryView unmerge(Authentication authentication, long id) {
    return view(joins.part(id, Actor.of(authentication)));
  }

  /** Makes a range of entries an inquiry of its own, at another desk or under another topic; answers with the new one. */
  @Post("/split")
  InquiryView split(Authentication authentication, long id, @Body SplitRequest body) {
    var actor = Actor.of(authentication);
    reader.find(id, actor).orElseThrow(JoinApi::missing);
    if (body.desk() == null || !desks.exists(body.desk())) {
      throw ProblemException.invalid("/desk", "unknown", "There is no mission with this code.");
    }
    if (!triage.topics().contains(body.topic())) {
      throw ProblemException.invalid("/topic", "unknown", "One of " + String.join(", ", triage.topics()) + " is expected.");
    }
    if (body.severity() == null || body.severity() < 1 || body.severity() > 4) {
      throw ProblemException.invalid("/severity", "range", "A severity is 1, 2, 3 or 4.");
    }
    try {
      return view(splits.split(id, actor, new Splits.Wanted(number(body.first()), number(body.last()), body.desk(), body.topic(), body.severity()),
          number(body.lastSeen())));
    } catch (NobodyThere _) {
      throw new ProblemException(HttpStatus.CONFLICT, "nobody-named", "The inquiry is protected; first name an officer of that desk to it.");
    }
  }

  private static InquiryView view(Rearranged how) {
    return switch (how) {
      case Rearranged.Done(var inquiry) -> InquiryView.of(inquiry, null);
      case Rearranged.Stale _ -> throw new ProblemException(HttpStatus.CONFLICT, "stale-sight",
          "Something is newer than what you had seen; read it and send again with its id as lastSeen. Nothing was changed.");
      case Rearranged.Refused(var why) -> throw new ProblemException(HttpStatus.CONFLICT, "not-possible", switch (why) {
        case "person" -> "The two inquiries are of different people.";
        case "closed" -> "An inquiry that has ended is neither merged nor split; reopen it first.";
        case "range" -> "No words of the person lie in this range.";
        case "all" -> "These are all words of the person; transfer the inquiry instead.";
        default -> "An inquiry is not merged into itself.";
      });
      case Rearranged.NotHere() -> throw missing();
    };
  }

  private static long number(@Nullable String id) {
    return id == null || !id.matches("\\d{1,18}") ? 0 : Long.parseLong(id);
  }

  private static ProblemException missing() {
    return ProblemException.notFound("inquiry");
  }
}
