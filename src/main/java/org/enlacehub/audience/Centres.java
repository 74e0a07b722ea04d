package org.enlacehub.audience;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.enlacehub.audience.antlr.AudienceQueryParser.TownContext;
import org.enlacehub.contact.PlaceReader;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.territory.GeoPoint;
import org.enlacehub.territory.Place;
import org.enlacehub.territory.PlaceNames;
import org.enlacehub.territory.Territory;

/**
 * Places by name, to draw a circle around: a town ({@code Houston}), a town with its area or country ({@code "Portland, ME"}), or a ZIP
 * code. Of several towns the largest is meant, in the countries that the query names before all others.
 */
@Singleton
public class Centres {
  private final Territory territory;
  private final PlaceReader places;

  Centres(Territory territory, PlaceReader places) {
    this.territory = territory;
    this.places = places;
  }

  /** The town that a name means; empty when none bears it. @param countries ISO codes that are preferred */
  public Optional<Place> town(String name, Set<String> countries) {
    int comma = name.lastIndexOf(',');
    if (comma > 0) {
      var where = name.substring(comma + 1).strip();
      var towns = named(name.substring(0, comma));
      return towns.stream().filter(town -> lies(town, where)).findFirst();
    }
    var zip = territory.postalCode(name).map(p -> new Place(p.city(), "US", p.area(), 0, p.at()));
    var towns = named(name);
    return zip.or(() -> towns.stream().filter(town -> countries.contains(town.country())).findFirst())
        .or(() -> towns.stream().findFirst());
  }

  private List<Place> named(String name) {
    return territory.gazetteer().named(PlaceNames.key(name));
  }

  private boolean lies(Place town, String where) {
    return places.area(town.country(), where).filter(town.area()::equals).isPresent()
        || places.country(where).filter(town.country()::equals).isPresent();
  }

  GeoPoint point(TownContext context, Set<String> countries) {
    var name = name(context);
    return town(name, countries).map(Place::at).orElseThrow(() -> {
      var key = PlaceNames.key(name.contains(",") ? name.substring(0, name.lastIndexOf(',')) : name);
      var near = key.isEmpty() || !named(key).isEmpty() ? null : Spelling.nearest(key, alike(key)).map(this::shown).orElse(null);
      return QueryReader.at(context.getStart(), "no-town", "No town of this name is known; write its latitude and longitude instead.", near);
    });
  }

  /** A town as it is written in a query, without quotes. */
  static String name(TownContext context) {
    if (context.TEXT() != null) return Value.unquoted(context.TEXT().getText());
    return String.join(" ", context.children.stream().map(ParseTree::getText).toList());
  }

  private List<String> alike(String key) {
    var first = key.substring(0, 1);
    return territory.gazetteer().all().keySet().stream().filter(other -> other.startsWith(first)).toList();
  }

  private String shown(String key) {
    return "\"" + territory.gazetteer().named(key).getFirst().name() + "\"";
  }
}
