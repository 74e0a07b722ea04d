package org.enlacehub.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.consulate.Competence;
import org.enlacehub.consulate.Consulate;
import org.enlacehub.consulate.ConsulateFiles;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.routing.RoutingDecision.Reason;
import org.enlacehub.routing.Weigher.Verdict;
import org.enlacehub.territory.Territory;

/** Evidence to mission. Pure, safe for any number of threads; never throws for what a person may have written. */
public final class Routing {
  private static final int USUAL_COUNTRIES = 3;

  private final Territory territory;
  private final Consulates consulates;
  private final RoutingRules rules;
  private final Clock clock;
  private final FieldClaims fields;
  private final TextReader reader;
  private final Questions questions;
  private final Reasons reasons;

  Routing(Territory territory, Consulates consulates, RoutingRules rules, Clock clock) {
    this.territory = territory;
    this.consulates = consulates;
    this.rules = rules;
    this.clock = clock;
    this.fields = new FieldClaims(territory, rules);
    this.reader = new TextReader(territory, rules, consulates.centralDesk().country());
    this.questions = new Questions(territory, rules, usualCountries(consulates));
    this.reasons = new Reasons(territory, rules);
  }

  /** Routing by the files of a configuration folder; {@code InvalidConfiguration} with all that is wrong. */
  static Routing load(ConfigFolders folders, Territory territory, Clock clock) {
    return new Routing(territory, ConsulateFiles.load(folders, territory), RoutingFiles.load(folders, territory), clock);
  }

  /** Below this confidence the person is asked. */
  double ask() {
    return rules.ask();
  }

  /** Where the person is and who serves them, with reasons; the central desk and a question when that cannot be told. */
  public RoutingDecision explain(Evidence evidence) {
    var reading = reader.read(evidence.text());
    var claims = new ArrayList<>(reading.claims());
    claims.addAll(fields.of(evidence));
    var verdict = Weigher.weigh(claims);
    var today = LocalDate.ofInstant(clock.instant(), consulates.centralDesk().zone());
    var competence = consulates.competentFor(verdict.country(), verdict.area(), verdict.at(), today);
    var open = Optional.ofNullable(evidence.openDesk()).flatMap(consulates::byCode)
        .filter(desk -> verdict.weight() < rules.certain() || !competence.settled());
    var because = new ArrayList<Reason>();
    open.ifPresent(desk -> because.add(reasons.desk(desk)));
    because.addAll(reasons.of(verdict, claims));
    reading.destinations().forEach(d -> because.add(reasons.of(d, Rule.DESTINATION)));
    if (fields.lost(evidence)) {
      because.add(reasons.plain(Rule.OCEAN));
    }
    if (tollFree(evidence)) {
      because.add(reasons.plain(Rule.TOLL_FREE));
    }
    var question = questions.about(verdict, competence);
    var competent = open.orElse(competence.consulate());
    if (competence.settled() && !competence.verified() && open.isEmpty() && !competent.central()) {
      because.add(reasons.about(Rule.DISTRICT, competent.code(), competent.name()));
    }
    var acting = consulates.actingFor(competent, today);
    if (!acting.equals(competent)) {
      because.add(reasons.about(Rule.SUBSTITUTE, competent.name(), acting.name()));
    }
    if (because.isEmpty()) {
      because.add(reasons.plain(Rule.NOTHING));
    }
    double confidence = open.isPresent() ? Math.max(verdict.confidence(), rules.weight(Rule.OPEN_DESK)) : verdict.confidence();
    return new RoutingDecision(verdict.country(), verdict.area(), verdict.place(), acting.code(), open.isPresent()
        || competence.verified(),
        confidence, informed(reading.destinations(), acting, today), because, open.isPresent() ? null : question);
  }

  private boolean tollFree(Evidence evidence) {
    return territory.phones().originOf(evidence.phone()).filter(o -> !o.geographic()).isPresent();
  }

  private List<String> informed(List<Claim> destinations, Consulate acting, LocalDate today) {
    return destinations.stream().map(d -> consulates.competentFor(d.country(), d.area(), d.at(), today))
        .filter(Competence::settled).map(c -> c.consulate().code()).filter(code -> !code.equals(acting.code())).distinct()
            .toList();
  }

  /** The countries with most missions, and home. */
  private static List<String> usualCountries(Consulates consulates) {
    var counts = consulates.all().stream().collect(Collectors.groupingBy(Consulate::country, Collectors.counting()));
    var most = counts.entrySet().stream().sorted(Map.Entry.<String,
        Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey).limit(USUAL_COUNTRIES);
    return Stream.concat(most, Stream.of(consulates.centralDesk().country())).distinct().toList();
  }
}
