package org.enlacehub.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the places of one name is meant.
 *
 * @param settled the one, when it can be told
 * @param country the country that all have in common, or empty
 * @param options the others that it may be; empty when settled
 */
record Meaning(Optional<Referent> settled, String country, List<Referent> options) {
  /** A town so many times as large as the next of its name is meant by it. */
  private static final int OUTGROWS = 12;
  private static final int OUTGROWS_ABROAD = 15;
  /** The same, against one in a country to which hardly anybody goes. */
  private static final int OUTGROWS_FAR = 2;
  private static final int DOUBTFUL = 4;
  private static final int CITY = 100_000;
  private static final int SMALL_UNKNOWN = 1_500;
  private static final int TOWN_NEARBY = 10_000;
  /** Where so many people are that a name which several of their towns share still tells the country. */
  static final Set<String> HOSTS = Set.of("US", "MX", "GT", "CA", "ES");
  private static final Set<String> NEARBY = Set.of("US", "MX", "GT", "SV", "HN", "NI", "CR", "PA", "BZ", "CO", "PR", "DO", "CU",
      "ES");

  /**
   * Chooses among referents.
   *
   * @param origin the words speak of origin: places of the home country are meant, if there are any
   * @param doubtful the name is also a person's or an ordinary word
   */
  static Meaning of(List<Referent> referents, boolean origin, String home, boolean doubtful) {
    var all = origin && referents.stream().anyMatch(r -> r.country().equals(home))
        ? referents.stream().filter(r -> r.country().equals(home)).toList() : referents;
    var preferred = all.stream().filter(Referent::preferred).toList();
    if (!preferred.isEmpty()) {
      var first = preferred.getFirst();
      return first.kind() == Referent.Kind.COUNTRY && first.name().isEmpty()
          ? new Meaning(Optional.empty(), first.country(), sorted(all.stream().filter(r -> !r.preferred()).toList()))
          : settled(preferred.stream().filter(r -> r.kind() != Referent.Kind.TOWN || preferred.size() == 1).findFirst()
              .orElse(first), all);
    }
    if (sameArea(all)) {
      return settled(finest(all), all);
    }
    return byWhole(all, home, doubtful).or(() -> bySize(all, doubtful))
        .orElseGet(() -> new Meaning(Optional.empty(), common(all), sorted(all)));
  }

  /** A state, a country, a county outweighs towns of its name elsewhere, unless one of those is a city. */
  private static Optional<Meaning> byWhole(List<Referent> all, String home, boolean doubtful) {
    var wholes = all.stream().filter(Referent::whole).toList();
    if (wholes.size() != 1 || wholes.getFirst().preferred()) {
      return Optional.empty();
    }
    var whole = wholes.getFirst();
    boolean disputed = all.stream().filter(r -> !r.whole() && !whole.fits(r))
        .anyMatch(r -> r.population() >= (doubtful || (whole.country().equals(home) && whole.kind() == Referent.Kind.AREA)
            ? TOWN_NEARBY : CITY));
    return disputed ? Optional.empty() : Optional.of(settled(whole, all));
  }

  private static Optional<Meaning> bySize(List<Referent> all, boolean doubtful) {
    if (all.stream().anyMatch(Referent::whole) || all.stream().anyMatch(r -> r.kind() == Referent.Kind.COUNTY)) {
      return Optional.empty();
    }
    var sorted = sorted(all);
    var best = sorted.getFirst();
    for (var other : sorted) {
      if (!other.fits(best)) {
        int times = other.country().equals(best.country()) ? OUTGROWS : best.country().equals("US") && !near(other)
            ? OUTGROWS_FAR : OUTGROWS_ABROAD;
        if (size(best) < (long) times * (doubtful ? DOUBTFUL : 1) * size(other)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(settled(best, all));
  }

  private static Meaning settled(Referent referent, List<Referent> all) {
    // The state and its town of one name: the town tells the point, too.
    var finer = referent.kind() == Referent.Kind.AREA ? all.stream().filter(r -> r.kind() == Referent.Kind.TOWN
        && r.area().equals(referent.area())).max(Comparator.comparingInt(Referent::population)).filter(r ->
            r.population() >= CITY) : Optional.<Referent>empty();
    return new Meaning(Optional.of(finer.orElse(referent)), referent.country(), List.of());
  }

  private static boolean sameArea(List<Referent> all) {
    return all.stream().allMatch(r -> r.country().equals(all.getFirst().country()) && r.area().equals(all.getFirst().area()))
        && (!all.getFirst().area().isEmpty() || all.size() == 1 || all.stream().allMatch(r -> r.kind() == Referent.Kind.COUNTRY));
  }

  private static Referent finest(List<Referent> all) {
    return all.stream().filter(r -> !r.whole()).max(Comparator.comparingInt(Meaning::size)).orElse(all.getFirst());
  }

  /** A country that nobody near or large disputes. */
  private static String common(List<Referent> all) {
    var best = sorted(all).getFirst();
    boolean disputed = all.stream().filter(r -> !r.country().equals(best.country()))
        .anyMatch(r -> r.whole() || (NEARBY.contains(r.country()) ? r.population() >= TOWN_NEARBY
            : r.population() > best.population()));
    return disputed || !HOSTS.contains(best.country()) ? "" : best.country();
  }

  private static List<Referent> sorted(List<Referent> all) {
    return all.stream().sorted(Comparator.comparingInt(Meaning::size).reversed()).toList();
  }

  private static boolean near(Referent r) {
    return NEARBY.contains(r.country()) || r.country().equals("CA");
  }

  private static int size(Referent r) {
    return Math.max(r.population(), SMALL_UNKNOWN);
  }
}
