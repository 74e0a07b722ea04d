package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.consulate.Consulate;
import org.enlacehub.routing.RoutingDecision.Reason;
import org.enlacehub.routing.Weigher.Verdict;
import org.enlacehub.territory.Place;
import org.enlacehub.territory.Territory;

/** Turns claims into sentences for officers. */
final class Reasons {
  private static final int SHOWN = 4;

  private final Territory territory;
  private final RoutingRules rules;

  Reasons(Territory territory, RoutingRules rules) {
    this.territory = territory;
    this.rules = rules;
  }

  /** The deciding ones first, then the others by weight. */
  List<Reason> of(Verdict verdict, List<Claim> claims) {
    var result = new ArrayList<Reason>();
    verdict.deciding().stream().limit(1).forEach(best -> result.add(best.options().isEmpty() ? of(best, best.rule())
        : ambiguous(best)));
    verdict.narrowedBy().ifPresent(_ -> {
      var best = verdict.deciding().getFirst();
      if (!best.options().isEmpty()) {
        result.add(at(best, Rule.NARROWED, name(verdict.country(), verdict.area(), verdict.place(), "es"),
            name(verdict.country(), verdict.area(), verdict.place(), "en")));
      }
    });
    var first = verdict.deciding().stream().findFirst();
    claims.stream().filter(c -> first.filter(c::equals).isEmpty()).sorted((a, b) -> Double.compare(b.weight(), a.weight()))
        .forEach(c -> result.add(c.options().isEmpty() ? of(c, c.rule()) : ambiguous(c)));
    return result;
  }

  Reason of(Claim claim, Rule rule) {
    return at(claim, rule, name(claim.country(), claim.area(), claim.place(), "es"),
        name(claim.country(), claim.area(), claim.place(), "en"));
  }

  Reason desk(Consulate desk) {
    return about(Rule.OPEN_DESK, desk.code(), desk.name());
  }

  Reason about(Rule rule, String evidence, String value) {
    var sentence = rules.sentence(rule, evidence, value);
    return new Reason(rule.key(), evidence, -1, -1, sentence.es(), sentence.en());
  }

  Reason plain(Rule rule) {
    return about(rule, "", "");
  }

  private Reason ambiguous(Claim claim) {
    return at(claim, Rule.AMBIGUOUS, options(claim.options(), "es"), options(claim.options(), "en"));
  }

  private Reason at(Claim claim, Rule rule, String es, String en) {
    return new Reason(rule.key(), claim.evidence(), claim.start(), claim.end(), rules.sentence(rule, claim.evidence(), es).es(),
        rules.sentence(rule, claim.evidence(), en).en());
  }

  private String options(List<Place> options, String language) {
    return options.stream().limit(SHOWN).map(o -> name(o.country(), o.area(), o.name(), language)).distinct()
        .collect(Collectors.joining("; "));
  }

  private String name(String country, String area, String place, String language) {
    return Stream.of(place, territory.area(area).map(a -> a.name(language)).orElse(""),
            territory.country(country).map(c -> c.name(language)).orElse(country))
        .filter(s -> !s.isEmpty()).distinct().collect(Collectors.joining(", "));
  }
}
