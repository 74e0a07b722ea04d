package org.enlacehub.audience;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.enlacehub.audience.antlr.AudienceQueryParser.CircleContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ComparisonContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ConditionContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.ConjunctionContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.EverybodyContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.FieldContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.GroupContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.MembershipContext;
import org.enlacehub.audience.antlr.AudienceQueryParser.NegationContext;
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
  private final QueryFields fields;
  private final PlaceReader places;

  QueryCompiler(QueryFields fields, PlaceReader places) {
    this.fields = fields;
    this.places = places;
  }

  /** @throws QueryError */
  CompiledQuery compile(String text) {
    var tree = QueryReader.read(text);
    var countries = new LinkedHashSet<String>();
    countries(tree, countries);
    return new CompiledQuery(text, new Work(countries).condition(tree.condition()));
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

    Work(Set<String> countries) {
      this.countries = countries;
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
        case PresenceContext p -> field(p.field()).present();
        case CircleContext c -> Circle.filter(c);
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

    private ContactFilter prefix(PrefixContext p) {
      var value = Value.of(p.value());
      var starting = new Value(value.form(), value.text().endsWith("*") ? value.text() : value.text() + "*", value.at());
      return field(p.field()).compare(Compare.EQUAL, starting);
    }

    private QueryField field(FieldContext context) {
      Token at = context.getStart();
      return fields.find(at.getText(), countries).orElseThrow(() -> {
        var near = Spelling.nearest(at.getText(), fields.names()).orElse(null);
        return QueryReader.at(at, "unknown-field", near == null ? "There is no such field."
            : "There is no such field; did you mean " + near + "?", near);
      });
    }
  }
}
