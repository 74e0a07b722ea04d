package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.routing.Frames.Frame;
import org.enlacehub.territory.Territory;

/** Reads places and their roles out of a message. */
final class TextReader {
  private static final Set<Role> HERE = Set.of(Role.PRESENT, Role.LIVES, Role.WORKS, Role.HELD, Role.WEAK, Role.OTHER_PERSON);

  private final RoutingRules rules;
  private final MentionFinder finder;
  private final Guesses guesses;
  private final Acceptance acceptance;
  private final TextClaims claims;

  private static final Set<String> JOINING = Set.of("y", "o", "and", "or");
  /** How much less a place counts that stands beside another as if either might do. */
  private static final double ONE_OF_TWO = 0.6;

  /** What a message claims, and where the person says to be going. */
  record Reading(List<Claim> claims, List<Claim> destinations) {
    static final Reading EMPTY = new Reading(List.of(), List.of());
  }

  /** A name with its frame. */
  private record Framed(Mention mention, Frame frame) {}

  TextReader(Territory territory, RoutingRules rules, String home) {
    this.rules = rules;
    var lexicon = new Lexicon(territory, rules);
    this.finder = new MentionFinder(lexicon, territory, rules);
    this.guesses = new Guesses(lexicon, rules);
    this.acceptance = new Acceptance(rules, home);
    this.claims = new TextClaims(territory, rules, home);
  }

  Reading read(String text) {
    if (text == null || text.isBlank()) {
      return Reading.EMPTY;
    }
    var tokens = Tokens.of(text, rules.words().shorthand());
    if (tokens.isEmpty()) {
      return Reading.EMPTY;
    }
    var frames = new Frames(rules.frames(), rules.words(), tokens);
    var mentions = Groups.join(guesses.added(finder.find(tokens), tokens, frames), tokens);
    var framed = mentions.stream().map(m -> new Framed(m, frames.of(m.from())))
        .filter(f -> acceptance.accepts(f.mention(), f.frame(), tokens)).toList();
    var found = new ArrayList<Claim>();
    var destinations = new ArrayList<Claim>();
    for (var f : framed) {
      var mention = f.mention().with(narrowed(f, framed));
      boolean oneOfTwo = framed.stream().anyMatch(other -> eitherOr(f, other, tokens));
      claims.of(mention, f.frame(), tokens, text).map(claim -> oneOfTwo ? claim.weighing(ONE_OF_TWO) : claim).ifPresent(claim ->
          (f.frame().role() == Role.DESTINATION ? destinations : found).add(claim));
    }
    return new Reading(found, destinations);
  }

  /** "Entre Kansas y Misuri", "Atlanta o Birmingham": two places in two areas, with nothing but a joining word between. */
  private static boolean eitherOr(Framed one, Framed other, List<Token> tokens) {
    var first = one.mention().from() < other.mention().from() ? one.mention() : other.mention();
    var second = first == one.mention() ? other.mention() : one.mention();
    return first != second && second.from() == first.to() + 1 && JOINING.contains(tokens.get(first.to()).plain())
        && first.referents().stream().noneMatch(a -> second.referents().stream().anyMatch(b -> a.area().equals(b.area())));
  }

  /** Another place of the message, where the person is too, tells which of one name is meant. */
  private static List<Referent> narrowed(Framed item, List<Framed> all) {
    var referents = item.mention().referents();
    if (!HERE.contains(item.frame().role())) {
      return referents;
    }
    for (var other : all) {
      if (other != item && HERE.contains(other.frame().role()) && other.mention().referents().stream()
          .allMatch(Referent::whole)) {
        var fitting = referents.stream().filter(r -> other.mention().referents().stream().anyMatch(r::fits)).toList();
        if (!fitting.isEmpty() && fitting.size() < referents.size()) {
          return fitting;
        }
      }
    }
    return referents;
  }
}
