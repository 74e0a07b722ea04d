package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.enlacehub.routing.Token.Gap;

/** Joins names that stand together and fit: a town and its state, a place and its country, a postal code. */
final class Groups {
  private static final Set<String> BETWEEN = Set.of("en", "de", "del", "in", "estado", "state", "of", "el", "la", "the", "zip",
      "code", "codigo", "postal");
  private static final int MAX_BETWEEN = 3;
  private static final int CITY = 100_000;

  private Groups() {}

  static List<Mention> join(List<Mention> mentions, List<Token> tokens) {
    var groups = new ArrayList<Mention>();
    for (var mention : mentions) {
      if (!groups.isEmpty() && near(groups.getLast(), mention, tokens)) {
        var group = groups.getLast();
        var joined = joined(group, mention);
        if (!joined.isEmpty()) {
          groups.set(groups.size() - 1, new Mention(group.from(), mention.to(), joined, false, group.typo() || mention.typo(),
              true));
          continue;
        }
        if (absorbs(group, mention)) {
          groups.set(groups.size() - 1, new Mention(group.from(), mention.to(), mention.referents(), mention.common(),
              mention.typo(), true));
          continue;
        }
      }
      groups.add(mention);
    }
    return groups;
  }

  /** What both can mean at once; of each pair the one that tells more. */
  static List<Referent> joined(Mention a, Mention b) {
    var result = new LinkedHashSet<Referent>();
    boolean wholeA = a.referents().stream().anyMatch(Referent::whole);
    boolean wholeB = b.referents().stream().anyMatch(Referent::whole);
    for (var x : a.referents()) {
      for (var y : b.referents()) {
        // A state's name beside a town is the state, though some village bears it, too.
        if ((wholeA || wholeB) && !(x.whole() && wholeA) && !(y.whole() && wholeB)) {
          continue;
        }
        // Two towns of one state beside each other do not explain each other, unless one is a part of the other.
        boolean twoTowns = x.kind() == Referent.Kind.TOWN && y.kind() == Referent.Kind.TOWN;
        if (x.fits(y) && (!twoTowns || part(x, y))) {
          result.add(finer(x, y));
        }
      }
    }
    return List.copyOf(result);
  }

  private static boolean part(Referent x, Referent y) {
    return x.at().isPresent() && y.at().isPresent() && x.at().get().km(y.at().get()) < 60;
  }

  private static Referent finer(Referent x, Referent y) {
    if (x.kind() == Referent.Kind.POSTAL_CODE || y.kind() == Referent.Kind.FACILITY) {
      return x.kind() == Referent.Kind.FACILITY ? x : x.kind() == Referent.Kind.POSTAL_CODE ? x : y;
    }
    if (y.kind() == Referent.Kind.POSTAL_CODE) {
      return y;
    }
    if (x.whole() && !y.whole()) {
      return y;
    }
    return x.kind() == Referent.Kind.COUNTRY && y.kind() == Referent.Kind.AREA ? y : x;
  }

  /** A state right after a name that no town of it bears ("un pueblo Alice Iowa"): the state holds. */
  private static boolean absorbs(Mention group, Mention mention) {
    boolean vague = group.common() || group.referents().stream().noneMatch(r -> r.preferred() || r.population() >= CITY);
    return vague && !mention.common() && mention.referents().stream().allMatch(Referent::whole)
        && group.referents().stream().noneMatch(Referent::whole);
  }

  private static boolean near(Mention a, Mention b, List<Token> tokens) {
    int between = b.from() - a.to();
    if (between < 0 || between > MAX_BETWEEN || tokens.get(b.from()).before() == Gap.STOP) {
      return false;
    }
    return tokens.subList(a.to(), b.from()).stream().allMatch(t -> BETWEEN.contains(t.plain()) && t.before() != Gap.STOP);
  }
}
