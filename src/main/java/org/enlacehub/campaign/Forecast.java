package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a campaign would do if it left as it is planned: decided for people of its audience as sending decides.
 *
 * @param people in the audience
 * @param exact everybody was looked at; otherwise the figures are projected from a part spread over the audience
 * @param reached those who would get it
 * @param byChannel of them, by the channel that would be tried first
 * @param byLanguage of them, by the language they would read
 * @param byConsulate of them; an empty code for people of no known consulate
 * @param leftOut those who would not get it, by reason
 * @param segments of all SMS
 * @param cost of the first try for each person; null where the price table has no price for one of them
 * @param currency ISO 4217
 * @param firstAt when the first person gets it
 * @param lastAt when the last person gets it, with quiet hours, the pace and the rate of the senders
 * @param replies what the desks may expect
 * @param replyShare part of the people who are expected to answer
 * @param fromExperience the share is that of past campaigns; otherwise an assumption
 */
@Serdeable
public record Forecast(long people, boolean exact, long reached, Map<String, Long> byChannel, Map<String, Long> byLanguage,
    Map<String, Long> byConsulate, List<LeftOut> leftOut, long segments, @Nullable BigDecimal cost, String currency,
    @Nullable Instant firstAt, @Nullable Instant lastAt, List<DeskLoad> replies, double replyShare, boolean fromExperience) {

  /** People who would not get it. {@code detail}: the variables that lack a value; null otherwise. */
  @Serdeable
  public record LeftOut(String reason, @Nullable String detail, long people) {}

  /** Answers that a desk may expect in all, and in the busiest hour; {@code answersPerHour} is what it can give. */
  @Serdeable
  public record DeskLoad(String consulate, long replies, long peakPerHour, int answersPerHour) {

    /** More than the desk can answer. */
    public boolean floods() {
      return peakPerHour > answersPerHour;
    }
  }
}
