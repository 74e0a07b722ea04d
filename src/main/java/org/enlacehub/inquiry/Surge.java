package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.account.Actor;

/**
 * Many inquiries at once, for days on which everyone asks the same. Each is done by itself, with its person's own name and reference in the
 * words, and has its own result. Urgent ones are never among them: a person looks at each.
 */
@Singleton
public class Surge {
  public static final int MOST = 100;
  private final Inquiries inquiries;
  private final Answers answers;
  private final InquiryReader reader;
  private final AnswerValues values;

  Surge(Inquiries inquiries, Answers answers, InquiryReader reader, AnswerValues values) {
    this.inquiries = inquiries;
    this.answers = answers;
    this.reader = reader;
    this.values = values;
  }

  /** What to do with each. */
  public enum Act { TAKE, ANSWER, CLOSE }

  /** How it went. */
  public enum Result { DONE, URGENT, CLOSED, FAILED }

  /** Of one inquiry. */
  public record Done(long id, String reference, Result result) {}

  /**
   * Does it with each that lies at the actor's desk, at most {@link #MOST}; the others are left out.
   *
   * @param text the answer, with variables between double braces; null unless it is an answer
   * @param outcome how matters end; null unless they do
   */
  public List<Done> run(Actor actor, List<Long> ids, Act act, @Nullable String text, @Nullable String outcome) {
    var results = new ArrayList<Done>();
    for (var id : ids.stream().distinct().limit(MOST).toList()) {
      reader.find(id, actor).ifPresent(inquiry -> results.add(new Done(id, inquiry.reference(), one(inquiry, actor, act, text, outcome))));
    }
    return results;
  }

  private Result one(Inquiry inquiry, Actor actor, Act act, @Nullable String text, @Nullable String outcome) {
    if (inquiry.urgent()) {
      return Result.URGENT;
    }
    if (inquiry.closed()) {
      return Result.CLOSED;
    }
    return switch (act) {
      case TAKE -> inquiries.assign(inquiry.id(), actor, actor.staffId()).isPresent() ? Result.DONE : Result.FAILED;
      case CLOSE -> inquiries.close(inquiry.id(), actor, outcome).filter(Inquiry::closed).isPresent() ? Result.DONE : Result.FAILED;
      case ANSWER -> answers.reply(inquiry.id(), actor, ReadyReplies.fill(text, values.of(inquiry, actor)), inquiry.lastInEntry(), Duration.ZERO)
          instanceof ReplyOutcome.Queued ? Result.DONE : Result.FAILED;
    };
  }
}
