package org.enlacehub.routing;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a person is, as far as can be told, and who serves them. Flat and made of plain values, so that it can be stored as JSON.
 *
 * @param country ISO 3166-1, or empty
 * @param area ISO 3166-2, or empty
 * @param place town, county or facility, or empty
 * @param consulate the mission's code; the central desk's while unknown
 * @param verified false while the ministry has not confirmed that district: show "to be confirmed by the ministry"
 * @param confidence 0 to 1; below {@code ask} of {@code config/routing/rules.yml} there is a question
 * @param informed missions that should know too: the one of the place where the person is going
 * @param because the reasons, the deciding one first
 * @param question what to ask the person, in one short message; null when sure
 */
@Serdeable
public record RoutingDecision(String country, String area, String place, String consulate, boolean verified, double confidence,
    List<String> informed, List<Reason> because, @Nullable Question question) {

  /**
   * One piece of evidence and what was made of it.
   *
   * @param rule a key of {@code config/routing/rules.yml}
   * @param evidence the words, number or code itself; personal data, so never to a log
   * @param start where it begins in the text; -1 when it is not of the text
   * @param end where it ends
   */
  @Serdeable
  public record Reason(String rule, String evidence, int start, int end, String es, String en) {}

  /**
   * A question to the person.
   *
   * @param key a key of {@code config/routing/rules.yml}
   * @param choices answers to choose from; empty when the answer is free
   */
  @Serdeable
  public record Question(String key, String es, String en, List<Choice> choices) {}

  /** An answer to choose. {@code value} is a country, an area or a mission's code. */
  @Serdeable
  public record Choice(String value, String es, String en) {}

  private static final String PIN = "pin";

  /** True when what the person says now, in words or with a pin, decided it and was enough. */
  public boolean byOwnWords() {
    return sure() && !because.isEmpty() && (because.getFirst().start() >= 0 || because.getFirst().rule().equals(PIN));
  }

  /** The same, answered by another mission for a reason that somebody has stated; the one of the place is told. */
  public RoutingDecision answeredBy(String mission, Reason why) {
    var told = new ArrayList<>(informed);
    if (sure() && !consulate.equals(mission)) {
      told.add(consulate);
    }
    var reasons = new ArrayList<Reason>();
    reasons.add(why);
    reasons.addAll(because);
    return new RoutingDecision(country, area, place, mission, true, 1, List.copyOf(told), List.copyOf(reasons), null);
  }

  /** True when nobody needs to be asked. */
  public boolean sure() {
    return question == null;
  }
}
