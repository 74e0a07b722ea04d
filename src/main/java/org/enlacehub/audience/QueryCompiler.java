package org.enlacehub.audience;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.enlacehub.audience.antlr.AudienceQueryParser.CircleContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ComparisonContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ConditionContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ConjunctionContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.EverybodyContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.FieldContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.GroupContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.MembershipContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.NearContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.NegationContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.PolygonContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.PrefixContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.PresenceContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.TermContext;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.contact.PlaceReader;
import org.enlacehub.platform.config.Spelling;

/** Compiles a query to one condition over contacts. Everything that somebody typed becomes a parameter. */
@Singleton
class QueryCompiler {
  private static final int MOST_VALUES = 1_000;
  private static final int MOST_NESTED = 5;
  private final QueryFields fields;
  private final PlaceReader places;
  private final Centres centres;
  private final SavedAudiences saved;

  QueryCompiler(QueryFields fields, PlaceReader places, Centres centres, SavedAudiences saved) {
    this.fields = fields;
    this.places = places;
    this.centres = centres;
    this.saved = saved;
  }

  /** @throws QueryError */
  CompiledQuery compile(String text) {
    return new CompiledQuery(text, compile(text, List.of()));
  }

  /** @param within the saved audiences that are being read, the outermost first */
  private ContactFilter compile(String text, List<String> within) {
    var tree = QueryReader.read(text);
    return new Work(countries(tree), within).condition(tree.condition());
  }

  Set<String> countries(ParseTree tree) {
    var countries = new LinkedHashSet<String>();
    countries(tree, countries);
    return countries;
  }

  /** The countries that the query names anywhere. */
  private void countries(ParseTree tree, Set<String> into) {
    if (tree instanceof ComparisonContext c && c.field().getText().equalsIgnoreCase("country")) {
      places.country(Value.of(c.value()).text()).ifPresent(into::add);
    } else if (tree instanceof MembershipContext m && m.field().getText().equalsIgnoreCase("country")) {
      m.value().forEach(v -> places.country(Value.of(v).text()).ifPresent(into::add));
    } else {
      for (int i = 0; i < tree.getChildCount(); i++) countries(tree.getChild(i), into);
    }
  }

  /** One compilation; recursion is bounded by the reader's limits. */
  private final class Work {
    private final Set<String> countries;
    private final List<String> within;

    Work(Set<String> countries, List<String> within) {
      this.countries = countries;
      this.within = within;
    }

    ContactFilter condition(ConditionContext context) {
      return joined(context.conjunction().stream().map(this::conjunction).toList(), ") OR (");
    }

    private ContactFilter conjunction(ConjunctionContext context) {
      return joined(context.term().stream().map(this::term).toList(), ") AND (");
    }

    private static ContactFilter joined(List<ContactFilter> parts, String between) {
      if (parts.size() == 1) return parts.getFirst();
      var parameters = new ArrayList<Object>();
      parts.forEach(p -> parameters.addAll(p.parameters()));
      return new ContactFilter(parts.stream().map(ContactFilter::sql).collect(Collectors.joining(between, "(", ")")), parameters);
    }

    private ContactFilter term(TermContext term) {
      return switch (term) {
        case NegationContext n -> QueryField.not(term(n.term()));
        case GroupContext g -> condition(g.condition());
        case EverybodyContext _ -> ContactFilter.ALL;
        case PresenceContext p -> presence(p);
        case CircleContext c -> Circle.of(c, centres, countries).filter();
        case NearContext n -> Circle.of(n).filter();
        case PolygonContext p -> Border.of(p).filter();
        case ComparisonContext c -> comparison(c);
        case MembershipContext m -> membership(m);
        case PrefixContext p -> prefix(p);
        default -> throw new IllegalStateException("the grammar has a term that the compiler does not know");
      };
    }

    private ContactFilter comparison(ComparisonContext c) {
      var how = Compare.of(c.operator().getText());
      var field = field(c.field());
      var value = Value.of(c.value());
      return how == Compare.UNEQUAL ? QueryField.not(field.compare(Compare.EQUAL, value)) : field.compare(how, value);
    }

    private ContactFilter membership(MembershipContext m) {
      if (m.value().size() > MOST_VALUES) {
        throw QueryReader.at(m.getStart(), "too-many", "More than " + MOST_VALUES + " values; use a tag.", null);
      }
      var among = field(m.field()).among(m.value().stream().map(Value::of).toList());
      return m.NOT() == null ? among : QueryField.not(among);
    }

    private ContactFilter presence(PresenceContext p) {
      var field = field(p.field());
      if (field.kind().askings().contains(Asking.HAS)) return field.present();
      throw QueryReader.at(p.field().getStart(), "no-presence", "This field is asked for with =, != and in.", null);
    }

    private ContactFilter prefix(PrefixContext p) {
      var value = Value.of(p.value());
      var starting = new Value(value.form(), value.text().endsWith("*") ? value.text() : value.text() + "*", value.at());
      return field(p.field()).compare(Compare.EQUAL, starting);
    }

    private QueryField field(FieldContext context) {
      var at = context.getStart();
      if (at.getText().equalsIgnoreCase(QueryFields.AUDIENCE)) return new AudienceField(this::named);
      return fields.find(at.getText(), countries).orElseThrow(() -> {
        var near = Spelling.nearest(at.getText(), fields.names()).orElse(null);
        return QueryReader.at(at, "unknown-field", near == null ? "There is no such field."
            : "There is no such field; did you mean " + near + "?", near);
      });
    }

    /** Whom a saved audience means: never people of another desk than its own. */
    private ContactFilter named(Value name) {
      if (within.contains(name.text()) || within.size() >= MOST_NESTED) {
        throw QueryField.unsuited(name, "audience-loop", "These audiences name each other in a circle, or too deep.", null);
      }
      var audience = saved.any(name.text()).orElseThrow(() -> QueryField.unsuited(name, "no-audience", "There is no such audience.",
          Spelling.nearest(name.text(), saved.offered()).orElse(null)));
      try {
        return ContactFilter.within(audience.scope()).and(compile(audience.query(), Stream.concat(within.stream(),
            Stream.of(name.text())).toList()));
      } catch (QueryError e) {
        if (e.errors().getFirst().code().equals("audience-loop")) throw QueryField.unsuited(name, "audience-loop", e.getMessage(), null);
        throw QueryField.unsuited(name, "broken-audience", "The query of this audience can no longer be read; mend it first.", null);
      }
    }
  }
}
