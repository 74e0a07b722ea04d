package org.enlacehub.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enlacehub.audience.QueryPart.Group;
import org.enlacehub.audience.QueryPart.Row;
import org.enlacehub.audience.antlr.AudienceQueryParser.CircleContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ComparisonContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ConditionContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ConjunctionContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.EverybodyContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.GroupContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.MembershipContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.NearContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.NegationContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.PointContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.PolygonContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.PrefixContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.PresenceContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.TermContext;

/** Reads a query into rows and groups, as a form shows it. Fields and values are not checked. */
public final class QueryOutline {
  private QueryOutline() {}

  /** @throws QueryError when the text is no query */
  public static Group read(String text) {
    var part = condition(QueryReader.read(text).condition());
    return part instanceof Group group ? group : new Group(true, false, List.of(part));
  }

  private static QueryPart condition(ConditionContext context) {
    return joined(false, context.conjunction().stream().map(QueryOutline::conjunction).toList());
  }

  private static QueryPart conjunction(ConjunctionContext context) {
    return joined(true, context.term().stream().map(QueryOutline::term).toList());
  }

  /** Parts of a group of the same kind stand in it directly, and "everybody" adds nothing to "all". */
  private static QueryPart joined(boolean all, List<QueryPart> parts) {
    if (parts.size() == 1) return parts.getFirst();
    var flat = new ArrayList<QueryPart>();
    for (var part : parts) {
      if (part instanceof Group(boolean of, boolean not, var inner) && of == all && !not && (all || !inner.isEmpty())) flat.addAll(inner);
      else flat.add(part);
    }
    return new Group(all, false, flat);
  }

  private static QueryPart term(TermContext term) {
    return switch (term) {
      case NegationContext n -> negated(term(n.term()));
      case GroupContext g -> condition(g.condition());
      case EverybodyContext _ -> Group.EVERYBODY;
      case PresenceContext p -> new Row(name(p.field().getText()), Asking.HAS, List.of());
      case ComparisonContext c -> new Row(name(c.field().getText()), Asking.of(Compare.of(c.operator().getText())),
          List.of(Value.of(c.value()).text()));
      case MembershipContext m -> new Row(name(m.field().getText()), m.NOT() == null ? Asking.IN : Asking.NOT_IN,
          m.value().stream().map(v -> Value.of(v).text()).toList());
      case PrefixContext p -> new Row(name(p.field().getText()), Asking.STARTS, List.of(Value.of(p.value()).text()));
      case CircleContext c -> new Row(Row.PLACE, Asking.WITHIN, List.of(km(c.distance().getStart().getText()),
          c.centre().point() != null ? point(c.centre().point()) : Centres.name(c.centre().town())));
      case NearContext n -> new Row(Row.PLACE, Asking.WITHIN, List.of(km(n.distance().getStart().getText()),
          n.NUMBER(0).getText() + ", " + n.NUMBER(1).getText()));
      case PolygonContext p -> new Row(Row.PLACE, Asking.INSIDE, p.point().stream().map(QueryOutline::point).toList());
      default -> throw new IllegalStateException("the grammar has a term that the outline does not know");
    };
  }

  private static QueryPart negated(QueryPart part) {
    return switch (part) {
      case Group(boolean all, boolean not, var parts) -> new Group(all, !not, parts);
      case Row row -> row.asking().negated().<QueryPart>map(opposite -> new Row(row.field(), opposite, row.values()))
          .orElseGet(() -> new Group(true, true, List.of(row)));
    };
  }

  private static String name(String field) {
    return field.toLowerCase(Locale.ROOT);
  }

  private static String km(String distance) {
    return distance.toLowerCase(Locale.ROOT).replace("km", "");
  }

  private static String point(PointContext point) {
    return point.NUMBER(0).getText() + ", " + point.NUMBER(1).getText();
  }
}
