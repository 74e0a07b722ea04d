package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.enlacehub.routing.RoutingRules.Words;
import org.enlacehub.routing.Token.Gap;
import org.enlacehub.territory.Territory;

/** Finds the words that may name places: the longest name at each position, counties, postal codes, abbreviations. */
final class MentionFinder {
  private static final int HOLDING_DISTANCE = 5;
  private static final Set<String> COUNTY = Set.of("condado", "county");
  private static final Set<String> POSTAL = Set.of("zip", "codigo", "postal", "cp", "code", "area");

  private final Lexicon lexicon;
  private final Words words;
  private final Territory territory;
  private static final Set<String> PLACE_FOLLOWS = Set.of("en", "in", "at");

  private final Map<String, List<Referent>> facilities = new HashMap<>();
  private final Set<String> wholeNames = new HashSet<>();

  MentionFinder(Lexicon lexicon, Territory territory, RoutingRules rules) {
    this.lexicon = lexicon;
    this.words = rules.words();
    this.territory = territory;
    rules.facilities().forEach(f -> {
      var city = territory.gazetteer().named(f.city(), f.area());
      var referent = new Referent(Referent.Kind.FACILITY, f.country(), f.area(), f.city(), city.map(c -> c.at()), 0, true);
      wholeNames.add(f.name());
      Stream.of(f.name(), f.shortName()).distinct().filter(n -> !n.isEmpty())
          .forEach(n -> facilities.computeIfAbsent(n, _ -> new ArrayList<>(1)).add(referent));
    });
  }

  List<Mention> find(List<Token> tokens) {
    var mentions = new ArrayList<Mention>();
    for (int i = 0; i < tokens.size(); ) {
      int at = i;
      var last = mentions.isEmpty() ? Optional.<Mention>empty() : Optional.of(mentions.getLast()).filter(m -> m.to() == at);
      var found = called(tokens, i).or(() -> county(tokens, at)).or(() -> facility(tokens, at)).or(() -> name(tokens, at))
          .or(() -> postalCode(tokens, at, last.isPresent()))
          .or(() -> abbreviation(tokens, at, last));
      found.ifPresent(mentions::add);
      i = found.map(Mention::to).orElse(i + 1);
    }
    return mentions;
  }

  private Optional<Mention> name(List<Token> tokens, int from) {
    if (!lexicon.mayBegin(tokens.get(from).word())) {
      return Optional.empty();
    }
    for (int length = longest(tokens, from, Lexicon.LONGEST); length > 0; length--) {
      var key = key(tokens, from, length);
      var referents = lexicon.named(key);
      if (!referents.isEmpty()) {
        return Optional.of(new Mention(from, from + length, referents, words.common().contains(key), false, false));
      }
    }
    return Optional.empty();
  }

  /** A county for which the configuration has its own spelling: "condado de Dade". */
  private Optional<Mention> called(List<Token> tokens, int from) {
    boolean county = tokens.subList(from, Math.min(tokens.size(), from + Lexicon.LONGEST)).stream()
        .anyMatch(t -> COUNTY.contains(t.folded()));
    return county ? name(tokens, from).filter(m -> tokens.subList(m.from(), m.to()).stream()
        .anyMatch(t -> COUNTY.contains(t.folded())))
        : Optional.empty();
  }

  /** "condado de Palm Beach", "Cook county". */
  private Optional<Mention> county(List<Token> tokens, int from) {
    int start = from;
    if (COUNTY.contains(tokens.get(from).folded())) {
      start = from + 1;
      while (start < tokens.size() && Set.of("de", "del", "of").contains(tokens.get(start).folded())) {
        start++;
      }
    }
    for (int length = start < tokens.size() ? longest(tokens, start, 4) : 0; length > 0; length--) {
      int end = start + length;
      boolean named = start > from || (end < tokens.size() && COUNTY.contains(tokens.get(end).folded())
          && tokens.get(end).before() == Gap.NONE);
      var referents = named ? lexicon.county(key(tokens, start, length)) : List.<Referent>of();
      if (!referents.isEmpty()) {
        return Optional.of(new Mention(start, start > from ? end : end + 1, referents, false, false, false));
      }
    }
    return Optional.empty();
  }

  /** A facility by its whole name, or by its short name beside words that speak of holding. */
  private Optional<Mention> facility(List<Token> tokens, int from) {
    for (int length = longest(tokens, from, Lexicon.LONGEST); length > 0; length--) {
      var key = key(tokens, from, length);
      var referents = facilities.getOrDefault(key, List.of());
      if (!referents.isEmpty() && ((length > 1 && wholeNames.contains(key)) || beside(tokens, from, from + length)
          || inside(tokens, from, key))) {
        var all = new ArrayList<>(referents);
        all.addAll(lexicon.named(key));
        return Optional.of(new Mention(from, from + length, all, false, false, false));
      }
    }
    return Optional.empty();
  }

  /** "Está en Krome": a name that no town shares, where a place must stand. */
  private boolean inside(List<Token> tokens, int from, String key) {
    return from > 0 && PLACE_FOLLOWS.contains(tokens.get(from - 1).plain()) && lexicon.named(key).isEmpty();
  }

  private boolean beside(List<Token> tokens, int from, int to) {
    return tokens.subList(Math.max(0, from - HOLDING_DISTANCE), Math.min(tokens.size(), to + 2)).stream()
        .anyMatch(t -> words.holding().contains(t.plain()));
  }

  /** Five digits that are a ZIP code, when a place or a word stands before them that makes them one. */
  private Optional<Mention> postalCode(List<Token> tokens, int from, boolean afterPlace) {
    var token = tokens.get(from);
    if (token.folded().length() != 5 || !token.number()) {
      return Optional.empty();
    }
    boolean spoken = tokens.subList(Math.max(0, from - 4), from).stream().anyMatch(t -> POSTAL.contains(t.folded()));
    boolean alone = tokens.size() == 1;
    boolean located = from > 0 && Set.of("en", "in", "el", "the").contains(tokens.get(from - 1).plain())
        && (from + 1 >= tokens.size()
        || tokens.get(from + 1).before() != Gap.NONE || lexicon.mayBegin(tokens.get(from + 1).word()));
    if (!afterPlace && !spoken && !alone && !located) {
      return Optional.empty();
    }
    return territory.postalCode(token.folded()).map(p -> new Mention(from, from + 1,
        List.of(new Referent(Referent.Kind.POSTAL_CODE, "US",
        p.area(), p.city(), Optional.of(p.at()), 0, false)), false, false, false));
  }

  /** "fl" after a town that lies there; others than those that are words also after a preposition or alone. */
  private Optional<Mention> abbreviation(List<Token> tokens, int from, Optional<Mention> last) {
    var token = tokens.get(from);
    var key = token.folded();
    int length = 1;
    if (key.length() == 1 && from + 1 < tokens.size() && tokens.get(from + 1).folded().length() == 1) {
      key += " " + tokens.get(from + 1).folded();
      length = 2;
    }
    var referents = lexicon.abbreviated(key);
    int to = from + length;
    boolean ends = to >= tokens.size() || tokens.get(to).before() != Gap.NONE || tokens.get(to).number();
    boolean shouted = token.capitals() && !tokens.stream().allMatch(t -> t.capitals() || t.number());
    boolean slot = from > 0 && Set.of("en", "in").contains(tokens.get(from - 1).plain());
    if (shouted && slot && ends && key.length() == 2) {
      // "en LA": initials in capitals stand for the town that the configuration names by them
      var initials = lexicon.named(key.charAt(0) + " " + key.charAt(1));
      if (!initials.isEmpty()) {
        return Optional.of(new Mention(from, to, initials, false, false, false));
      }
    }
    if (referents.isEmpty()) {
      return Optional.empty();
    }
    var fitting = referents.stream().filter(r -> last.filter(m -> m.referents().stream().anyMatch(r::fits)).isPresent()).toList();
    if (!fitting.isEmpty() && (!words.doubtful().contains(key) || ends || shouted)) {
      return Optional.of(new Mention(from, to, fitting, false, false, false));
    }
    boolean alone = tokens.size() == length;
    if (!words.doubtful().contains(key) && referents.size() == 1 && (alone || slot || ends) && from + length <= tokens.size()) {
      return Optional.of(new Mention(from, to, referents, !slot && !alone && from == 0, false, false));
    }
    return Optional.empty();
  }

  /** How many words from here may belong to one name: it never goes over a sentence's end, nor over a comma. */
  static int longest(List<Token> tokens, int from, int max) {
    int length = 1;
    while (length < max && from + length < tokens.size() && tokens.get(from + length).before() == Gap.NONE) {
      length++;
    }
    return length;
  }

  static String key(List<Token> tokens, int from, int length) {
    if (length == 1) {
      return tokens.get(from).word();
    }
    var key = new StringBuilder(tokens.get(from).word());
    for (int i = from + 1; i < from + length; i++) {
      key.append(' ').append(tokens.get(i).word());
    }
    return key.toString();
  }
}
