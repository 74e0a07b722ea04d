package org.enlacehub.routing;

import java.util.List;
import java.util.Set;
import org.enlacehub.routing.Frames.Frame;
import org.enlacehub.routing.Token.Gap;

/** Whether words that could be a place are one here. A name too many misleads; a name too few costs one question. */
final class Acceptance {
  private static final int CITY = 100_000;
  private static final int TOWN = 8_000;
  private static final int SHORT_MESSAGE = 3;
  /** Smaller towns whose name is an ordinary word need their state beside them. */
  private static final int KNOWN = 50_000;
  private static final Set<Role> NAMES = Set.of(Role.PERSON, Role.KIN);

  private final RoutingRules rules;
  private final String home;

  Acceptance(RoutingRules rules, String home) {
    this.rules = rules;
    this.home = home;
  }

  boolean accepts(Mention mention, Frame frame, List<Token> tokens) {
    if (mention.firm()) {
      return true;
    }
    boolean alone = alone(mention, tokens);
    if (NAMES.contains(frame.role())) {
      return false;
    }
    int largest = mention.referents().stream().mapToInt(Referent::population).max().orElse(0);
    boolean abroad = mention.referents().stream().noneMatch(r -> Meaning.HOSTS.contains(r.country()));
    if (mention.common()) {
      boolean ordinary = rules.words().ordinary().contains(MentionFinder.key(tokens, mention.from(), mention.words()));
      return (frame.strong() || alone) && largest >= KNOWN && !abroad && !ordinary;
    }
    if (abroad && !frame.placed() && !alone && tokens.size() > SHORT_MESSAGE) {
      return false;
    }
    if (frame.strong() || alone) {
      return true;
    }
    if (mention.referents().stream().allMatch(r -> r.country().equals(home))) {
      // "soy de la aldea … Huehuetenango"; the country's name alone stands in every second message
      return Set.of(Role.HOME_OF, Role.ORIGIN).contains(frame.role())
          && mention.referents().stream().noneMatch(r -> r.kind() == Referent.Kind.COUNTRY);
    }
    boolean certain = mention.referents().stream().anyMatch(r -> r.preferred() || r.whole()
        || r.kind() == Referent.Kind.POSTAL_CODE
        || r.kind() == Referent.Kind.COUNTY);
    return certain || largest >= (frame.placed() ? TOWN : CITY) || (frame.placed() && mention.words() > 1);
  }

  /** The message, or a part of it between commas, is nothing but this. */
  private boolean alone(Mention mention, List<Token> tokens) {
    int from = mention.from();
    int to = mention.to();
    while (from > 0 && (filler(tokens.get(from - 1)) && tokens.get(from).before() == Gap.NONE)) {
      from--;
    }
    while (to < tokens.size() && filler(tokens.get(to)) && tokens.get(to).before() == Gap.NONE) {
      to++;
    }
    boolean whole = from == 0 && to == tokens.size();
    boolean part = (from == 0 || tokens.get(from).before() != Gap.NONE)
        && (to == tokens.size() || tokens.get(to).before() != Gap.NONE);
    return whole || (part && !mention.common());
  }

  private boolean filler(Token token) {
    return rules.words().generic().contains(token.plain()) || rules.frames().get(token.plain()) == Role.WEAK;
  }
}
