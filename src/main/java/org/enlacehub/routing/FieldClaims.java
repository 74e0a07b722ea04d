package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlacehub.routing.Evidence.Residence;
import org.enlacehub.territory.GeoPoint;
import org.enlacehub.territory.Place;
import org.enlacehub.territory.PlaceNames;
import org.enlacehub.territory.Territory;

/** What the evidence besides the text claims: pin, postal code, residence, number, carrier. */
final class FieldClaims {
  private static final int MAX_FIELD = 200;
  /** A pin so far from any town is a guess. */
  private static final double FAR_KM = 60;

  private final Territory territory;
  private final RoutingRules rules;

  FieldClaims(Territory territory, RoutingRules rules) {
    this.territory = territory;
    this.rules = rules;
  }

  List<Claim> of(Evidence evidence) {
    var claims = new ArrayList<Claim>();
    pin(evidence).ifPresent(claims::add);
    postalCode(evidence).ifPresent(claims::add);
    residence(evidence.declared(), Rule.DECLARED).ifPresent(claims::add);
    phone(evidence.phone()).ifPresent(claims::add);
    residence(evidence.carrier(), Rule.CARRIER).ifPresent(claims::add);
    return claims;
  }

  /** True when a pin was sent and lies nowhere. */
  boolean lost(Evidence evidence) {
    return evidence.latitude() != null && evidence.longitude() != null && pin(evidence).isEmpty();
  }

  private Optional<Claim> pin(Evidence evidence) {
    if (evidence.latitude() == null || evidence.longitude() == null) {
      return Optional.empty();
    }
    return GeoPoint.of(evidence.latitude(), evidence.longitude()).flatMap(point -> territory.at(point).map(spot -> {
      double weight = rules.weight(Rule.PIN) * (spot.km() > FAR_KM ? 0.6 : 1);
      return Claim.of(Rule.PIN, weight, spot.country(), spot.area(), spot.nearest().name(), Optional.of(point),
          evidence.latitude() + ", " + evidence.longitude());
    }));
  }

  private Optional<Claim> postalCode(Evidence evidence) {
    var code = clean(evidence.postalCode());
    double weight = rules.weight(Rule.POSTAL_CODE);
    var canada = CanadianPostalCodes.areaOf(code);
    if (canada.isPresent()) {
      return Optional.of(Claim.of(Rule.POSTAL_CODE, weight, "CA", canada.get(), "", Optional.empty(), code));
    }
    // Five digits are also what Mexico, Guatemala and Spain use: elsewhere than in the United States they prove little.
    var country = country(evidence.declared()).or(() -> territory.phones().originOf(clean(evidence.phone()))
        .map(o -> o.country()));
    boolean foreign = country.filter(c -> !c.equals("US") && !c.equals("GT")).isPresent();
    return territory.postalCode(code).map(p -> Claim.of(Rule.POSTAL_CODE, foreign ? weight / 2 : weight, "US", p.area(), p.city(),
        Optional.of(p.at()), code));
  }

  private Optional<Claim> residence(Residence home, Rule rule) {
    if (home == null) {
      return Optional.empty();
    }
    var postal = territory.postalCode(clean(home.postalCode())).filter(_ -> country(home).filter(c -> !c.equals("US")).isEmpty());
    var country = country(home).or(() -> postal.map(_ -> "US")).orElse("");
    var area = area(home, country).or(() -> postal.map(p -> p.area())).orElse("");
    var town = clean(home.city()).isEmpty() ? Optional.<Place>empty() : town(clean(home.city()), country, area);
    if (country.isEmpty()) {
      return Optional.empty();
    }
    var at = town.map(Place::at).or(() -> postal.filter(p -> area.equals(p.area())).map(p -> p.at()));
    var place = town.map(Place::name).or(() -> postal.map(p -> p.city())).orElse("");
    return Optional.of(Claim.of(rule, rules.weight(rule), country, area.isEmpty() ? town.map(Place::area).orElse("") : area,
        place, at,
        String.join(" ", List.of(clean(home.city()), clean(home.area()), country)).strip()));
  }

  private Optional<Place> town(String city, String country, String area) {
    if (!area.isEmpty()) {
      return territory.gazetteer().named(city, area);
    }
    var all = territory.gazetteer().named(PlaceNames.key(city)).stream().filter(p -> p.country().equals(country)).toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private Optional<String> area(Residence home, String country) {
    var typed = clean(home.area());
    var key = PlaceNames.key(typed);
    return territory.area(typed).or(() -> territory.area(country + "-" + typed.toUpperCase(java.util.Locale.ROOT)))
        .or(() -> territory.areasOf(country).stream().filter(a -> !key.isEmpty() && (PlaceNames.key(a.es()).equals(key)
            || PlaceNames.key(a.en()).equals(key) || a.abbreviations().contains(key) || a.aliases().contains(key))).findFirst())
        .map(a -> a.code()).filter(c -> country.isEmpty() || c.startsWith(country));
  }

  private Optional<Claim> phone(String phone) {
    return territory.phones().originOf(clean(phone)).map(origin ->
        Claim.of(Rule.PHONE, rules.weight(Rule.PHONE), origin.country(),
        origin.area(), origin.at().map(Place::name).orElse(""), origin.at().map(Place::at), clean(phone)));
  }

  private Optional<String> country(Residence home) {
    return home == null ? Optional.empty()
        : Optional.of(clean(home.country())).filter(c -> territory.country(c).isPresent())
            .or(() -> territory.area(clean(home.area())).map(a -> a.country()));
  }

  private static String clean(String field) {
    return field == null || field.length() > MAX_FIELD ? "" : field.strip();
  }
}
