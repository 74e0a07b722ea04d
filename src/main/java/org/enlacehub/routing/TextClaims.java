package org.enlacehub.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.routing.Frames.Frame;
import org.enlacehub.territory.Territory;

/** A framed name to a claim with its weight. */
final class TextClaims {
  private static final double TYPO = 0.92;
  private static final double UNFRAMED = 0.9;
  private static final double BARE_WORD = 0.75;
  private static final int MAX_EVIDENCE = 80;
  private static final int AREAS_OF_A_KNOWN_COUNTRY = 5;
  private static final Set<Role> STRONG_AT_HOME = Set.of(Role.PRESENT, Role.LIVES, Role.WORKS);

  private final Territory territory;
  private final RoutingRules rules;
  private final String home;

  TextClaims(Territory territory, RoutingRules rules, String home) {
    this.territory = territory;
    this.rules = rules;
    this.home = home;
  }

  /** Empty for roles that say nothing about where the person is. */
  Optional<Claim> of(Mention mention, Frame frame, List<Token> tokens, String text) {
    // A name in a row with its state is a place, whatever stands before it: "12 Oak Street Miami FL".
    boolean street = mention.firm() && (frame.role() == Role.PERSON || frame.role() == Role.KIN);
    var role = street ? Role.WEAK : frame.role();
    boolean origin = role == Role.HOME_OF || role == Role.ORIGIN;
    var meaning = Meaning.of(mention.referents(), origin, home, mention.common() && !frame.strong());
    var rule = rule(role, meaning);
    boolean word = mention.common() && meaning.settled().filter(r -> !Meaning.HOSTS.contains(r.country())).isPresent();
    if (rule.isEmpty() || word) {
      return Optional.empty();
    }
    double weight = rules.weight(rule.get()) * (mention.typo() ? TYPO : 1) * (mention.common() && !frame.strong() ? BARE_WORD : 1)
        * (frame.placed() || mention.firm() || rule.get() != Rule.NAMED ? 1 : UNFRAMED);
    int start = tokens.get(mention.from()).start();
    int end = tokens.get(mention.to() - 1).end();
    var evidence = text.substring(start, Math.min(end, start + MAX_EVIDENCE));
    if (meaning.settled().isPresent()) {
      var one = meaning.settled().get();
      return Optional.of(new Claim(rule.get(), one.country(), one.area(), one.whole() ? "" : one.name(), one.at(), weight,
          evidence, start, end,
          List.of()));
    }
    var options = meaning.options().stream().filter(r -> meaning.country().isEmpty() || r.country().equals(meaning.country()))
        .map(Referent::place).toList();
    return Optional.of(new Claim(rule.get(), meaning.country(), "", "", Optional.empty(), weight, evidence, start, end, options));
  }

  private Optional<Rule> rule(Role role, Meaning meaning) {
    var country = meaning.settled().map(Referent::country).orElse(meaning.country());
    var kind = meaning.settled().map(Referent::kind);
    if (Set.of(Role.PAST, Role.NOT, Role.PERSON, Role.KIN, Role.THING).contains(role)) {
      return Optional.empty();
    }
    if (role == Role.DESTINATION) {
      return Optional.of(Rule.DESTINATION);
    }
    if (kind.filter(k -> k == Referent.Kind.FACILITY).isPresent()) {
      return Optional.of(Rule.FACILITY);
    }
    if (country.equals(home) && !STRONG_AT_HOME.contains(role)) {
      // Papers, family and money are at home; only "I am there" says that the person is.
      return Set.of(Role.HOME_OF, Role.ORIGIN, Role.WEAK).contains(role) ? Optional.of(Rule.ORIGIN) : Optional.empty();
    }
    if (kind.filter(k -> k == Referent.Kind.POSTAL_CODE).isPresent()) {
      return Optional.of(Rule.POSTAL_TEXT);
    }
    return Optional.of(switch (role) {
      case PRESENT -> Rule.PRESENT;
      case LIVES -> Rule.LIVES;
      case WORKS -> Rule.WORKS;
      case HELD -> Rule.HELD;
      case OTHER_PERSON -> Rule.OTHER_PERSON;
      case HOME_OF -> territory.areasOf(country).size() > AREAS_OF_A_KNOWN_COUNTRY ? Rule.HOME_OF : Rule.ORIGIN;
      case ORIGIN -> Rule.ORIGIN;
      case BORN -> Rule.BORN;
      case CONSULATE -> Rule.CONSULATE;
      default -> Rule.NAMED;
    });
  }
}
