package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enlacehub.territory.GeoPoint;

/** Weighs the claims against each other: the strongest decides, weaker ones narrow, confirm or cast doubt. */
final class Weigher {
  private static final double STRONG = 0.6;
  private static final double CONFIRMS = 0.25;
  private static final double DOUBTS = 0.8;
  private static final double NARROWED = 0.65;
  private static final double COUNTRY_ONLY = 0.45;

  /**
   * What the claims come to.
   *
   * @param deciding the claims that agree with it, the strongest first
   * @param narrowedBy the weaker claim that chose among places of one name
   * @param options the places that it may still be
   */
  record Verdict(String country, String area, String place, Optional<GeoPoint> at, double confidence, double weight,
      List<Claim> deciding,
      Optional<Claim> narrowedBy, List<org.enlacehub.territory.Place> options) {
    static final Verdict NOTHING = new Verdict("", "", "", Optional.empty(), 0, 0, List.of(), Optional.empty(), List.of());
  }

  private Weigher() {}

  static Verdict weigh(List<Claim> claims) {
    var sorted = claims.stream().sorted(Comparator.comparingDouble(Claim::weight).reversed()).toList();
    if (sorted.isEmpty()) {
      return Verdict.NOTHING;
    }
    var best = sorted.getFirst();
    var weaker = sorted.subList(1, sorted.size());
    Optional<Claim> narrowing = Optional.empty();
    if (!best.precise()) {
      narrowing = weaker.stream().filter(c -> narrows(best, c)).findFirst();
    }
    var settled = narrowing.map(n -> narrowed(best, n)).orElse(best);
    double confidence = confidence(best, settled, narrowing.isPresent(), weaker);
    var at = settled.at().or(() -> weaker.stream().filter(c -> !settled.area().isEmpty() && c.area().equals(settled.area()))
        .flatMap(c -> c.at().stream()).findFirst());
    var deciding = new ArrayList<Claim>(List.of(best));
    weaker.stream().filter(c -> agrees(settled, c)).forEach(deciding::add);
    return new Verdict(settled.country(), settled.area(), settled.options().isEmpty() ? settled.place() : "", at, confidence,
        best.weight(),
        deciding, narrowing, settled.options());
  }

  private static boolean narrows(Claim best, Claim other) {
    if (other.area().isEmpty() || other.rule() == Rule.ORIGIN
        || (!best.country().isEmpty() && !best.country().equals(other.country()))) {
      return false;
    }
    return best.options().isEmpty() || best.options().stream().anyMatch(o -> o.area().equals(other.area()));
  }

  private static Claim narrowed(Claim best, Claim by) {
    return best.options().stream().filter(o -> o.area().equals(by.area())).findFirst().map(best::settledIn)
        .orElseGet(() -> new Claim(best.rule(), by.country(), by.area(), by.place(), by.at(), by.weight(), best.evidence(),
            best.start(),
            best.end(), List.of()));
  }

  private static double confidence(Claim best, Claim settled, boolean narrowed, List<Claim> weaker) {
    double confidence = settled.weight();
    if (narrowed) {
      confidence = best.options().isEmpty() ? Math.max(settled.weight(), COUNTRY_ONLY) : NARROWED;
    } else if (!best.precise()) {
      confidence = Math.min(best.weight(), COUNTRY_ONLY);
    }
    for (var claim : weaker) {
      if (agrees(settled, claim) && settled.precise() && !claim.area().isEmpty()) {
        confidence += (1 - confidence) * CONFIRMS * claim.weight();
      } else if (claim.weight() >= STRONG && claim.precise() && !agrees(settled, claim)) {
        confidence *= DOUBTS;
      }
    }
    return Math.round(confidence * 100) / 100.0;
  }

  private static boolean agrees(Claim settled, Claim other) {
    return other.country().equals(settled.country()) && (other.area().equals(settled.area()) || other.area().isEmpty());
  }
}
