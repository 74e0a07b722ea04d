package org.enlacehub.routing;

import java.util.List;
import java.util.Locale;

/** How well routing decides a set of cases with known answers. Immutable. */
final class RoutingScore {
  private final double ask;
  private final List<Decided> decided;

  private RoutingScore(double ask, List<Decided> decided) {
    this.ask = ask;
    this.decided = List.copyOf(decided);
  }

  /** Decides each case. */
  static RoutingScore of(Routing routing, List<RoutingCase> cases) {
    return new RoutingScore(routing.ask(), cases.stream().map(c -> new Decided(c, routing.explain(c.evidence()))).toList());
  }

  /** Share of the cases with the right country and area; 1 when there is none. */
  double right() {
    return decided.isEmpty() ? 1 : 1 - (double) misses().size() / decided.size();
  }

  /** The cases that were decided wrongly, one line each. */
  List<String> misses() {
    return decided.stream().filter(d -> !d.right()).map(Decided::told).toList();
  }

  /** The misses of which nobody would have been asked: there must be none. */
  List<String> confidentMisses() {
    return decided.stream().filter(d -> !d.right() && d.decision.confidence() >= ask).map(Decided::told).toList();
  }

  /** The table that a person reads, by kind of evidence. */
  String table() {
    var out = new StringBuilder();
    line(out, "cases %d · right %.3f · wrong with confidence %d", decided.size(), right(), confidentMisses().size());
    line(out, "%n%-12s %6s %7s", "kind", "cases", "right");
    for (var kind : RoutingCase.Kind.values()) {
      var all = decided.stream().filter(d -> d.item.kind() == kind).toList();
      if (!all.isEmpty()) {
        line(out, "%-12s %6d %7.3f", kind, all.size(), (double) all.stream().filter(Decided::right).count() / all.size());
      }
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  private record Decided(RoutingCase item, RoutingDecision decision) {
    boolean right() {
      return decision.country().equals(item.country()) && decision.area().equals(item.area());
    }

    String told() {
      return "%s %s: expected %s %s, told %s %s %s (%.2f)".formatted(item.id(), item.input(), item.country(), item.area(),
          decision.country(), decision.area(), decision.place(), decision.confidence());
    }
  }
}
