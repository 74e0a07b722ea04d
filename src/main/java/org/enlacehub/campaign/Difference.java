package org.enlacehub.campaign;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How much more often something happened to the people of the second text than to those of the first, with its 95 % confidence interval:
 * the hybrid score interval of Newcombe, "Interval estimation for the difference between independent proportions" (Statistics in
 * Medicine 17, 1998), method 10, which needs no large counts and never leaves -1 to 1.
 *
 * @param first the part of the first text's people; 0 of nobody
 * @param second the part of the second text's people
 * @param low the difference second - first is at least this
 * @param high and at most this
 */
@Serdeable
public record Difference(double first, double second, double low, double high) {
  /** Of the normal distribution, for 95 %. */
  private static final double Z = 1.959963984540054;

  /** How the two differ. */
  public enum Verdict { FIRST, SECOND, OPEN }

  /** @param hits people to whom it happened, of {@code people} */
  static Difference of(long firstHits, long firstPeople, long secondHits, long secondPeople) {
    if (firstPeople == 0 || secondPeople == 0) {
      return new Difference(part(firstHits, firstPeople), part(secondHits, secondPeople), -1, 1);
    }
    double first = part(firstHits, firstPeople);
    double second = part(secondHits, secondPeople);
    var a = Wilson.of(first, firstPeople);
    var b = Wilson.of(second, secondPeople);
    double difference = second - first;
    return new Difference(first, second, difference - Math.hypot(second - b.low(), a.high() - first),
        difference + Math.hypot(b.high() - second, first - a.low()));
  }

  public double difference() {
    return second - first;
  }

  /** Which text does better, as far as can be told. */
  public Verdict verdict() {
    return low > 0 ? Verdict.SECOND : high < 0 ? Verdict.FIRST : Verdict.OPEN;
  }

  private static double part(long hits, long people) {
    return people == 0 ? 0 : (double) hits / people;
  }

  /** Wilson's score interval of one proportion. */
  private record Wilson(double low, double high) {

    static Wilson of(double part, long people) {
      double square = Z * Z;
      double middle = 2 * people * part + square;
      double half = Z * Math.sqrt(square + 4 * people * part * (1 - part));
      double below = 2 * (people + square);
      return new Wilson((middle - half) / below, (middle + half) / below);
    }
  }
}
