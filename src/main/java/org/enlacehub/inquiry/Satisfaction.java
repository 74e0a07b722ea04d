package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.template.StandardValues;

/**
 * Asks how our answer was, in one message when an everyday matter ends well, and takes the answer: a number from 1 to 5. Nobody is asked
 * after an urgent matter or a bereavement, where the question would hurt, or where somebody else may hold the telephone.
 */
@Singleton
class Satisfaction implements InquiryWatch {
  private static final Set<String> GOOD_ENDS = Set.of("answered", "assisted", "referred");
  private static final Set<String> GRIEF = Set.of("DTH", "MIS", "GBV", "TRF", "SUI");
  private static final String UNSAFE = "UNSAFE_TO_REPLY";
  private static final Pattern SCORE = Pattern.compile("[1-5]");
  private static final Duration ANSWERABLE = Duration.ofDays(3);
  private final RatingRepository ratings;
  private final Outbox outbox;
  private final StandardValues standard;
  private final Clock clock;

  Satisfaction(RatingRepository ratings, Outbox outbox, StandardValues standard, Clock clock) {
    this.ratings = ratings;
    this.outbox = outbox;
    this.standard = standard;
    this.clock = clock;
  }

  @Override
  public void changed(Change change) {
    var inquiry = change.after();
    boolean fit = change.what() == Happened.CLOSED && !inquiry.urgent() && inquiry.firstReplyAt() != null
        && GOOD_ENDS.contains(inquiry.outcome()) && !GRIEF.contains(inquiry.category()) && !inquiry.flags().contains(UNSAFE);
    var now = clock.instant();
    if (fit && ratings.ask(inquiry.id(), now)) {
      var values = new HashMap<>(standard.of(inquiry.desk(), null));
      values.put("reference", inquiry.reference());
      outbox.enqueue(NewMessage.to(inquiry.contactId(), Content.template("encuesta-satisfaccion", values)).by(inquiry.channel())
          .at(inquiry.addressId()).inLanguage(inquiry.language()).between(null, now.plus(ANSWERABLE)).asAutomatic());
    }
  }

  /** When the question was put to which a message may be the answer; empty when it cannot be one. */
  Optional<Instant> asked(Inquiry newest, String text) {
    return newest.closed() && SCORE.matcher(text.strip()).matches()
        ? ratings.asked(newest.id()).filter(asked -> asked.plus(ANSWERABLE).isAfter(clock.instant())) : Optional.empty();
  }

  /** True when a message is the answer to the question, and then it is kept; the matter stays ended. */
  boolean answered(Inquiry newest, String text) {
    var number = text.strip();
    return newest.closed() && SCORE.matcher(number).matches()
        && ratings.score(newest.id(), Integer.parseInt(number), clock.instant().minus(ANSWERABLE), clock.instant());
  }
}
