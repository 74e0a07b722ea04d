package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.territory.GeoPoint;
import org.enlacehub.territory.Territory;

/** What follows from where a person lives: the finer place, the competent mission and the time zone. */
@Singleton
class Residences {
  private final Territory territory;
  private final Consulates consulates;
  private final Clock clock;

  Residences(Territory territory, Consulates consulates, Clock clock) {
    this.territory = territory;
    this.consulates = consulates;
    this.clock = clock;
  }

  /** The place with what its postal code and town tell: area, city and a point, where they are missing. */
  Place complete(Place p) {
    boolean unitedStates = p.country() == null || "US".equals(p.country());
    var postal = unitedStates ? territory.postalCode(p.postalCode()).filter(z -> p.area() == null || p.area().equals(z.area()))
        : Optional.<org.enlacehub.territory.PostalPlace>empty();
    var area = p.area() != null ? p.area() : postal.map(z -> z.area()).orElse(null);
    var country = p.country() != null ? p.country() : area != null ? area.substring(0, 2) : null;
    var city = p.city() != null ? p.city() : postal.map(z -> z.city()).orElse(null);
    var at = p.lat() != null ? Optional.of(new GeoPoint(p.lat(), p.lon())) : postal.map(z -> z.at()).or(() -> town(country, area, city));
    return new Place(country, area, p.area2(), city, p.postalCode(), at.map(GeoPoint::lat).orElse(null), at.map(GeoPoint::lon).orElse(null));
  }

  private Optional<GeoPoint> town(@Nullable String country, @Nullable String area, @Nullable String city) {
    if (city == null || country == null) return Optional.empty();
    return territory.gazetteer().named(city, area != null ? area : country).map(t -> t.at());
  }

  /** The mission that serves the place; null while that is not settled. */
  @Nullable String consulate(Place p) {
    if (p.country() == null) return null;
    var at = p.lat() == null ? Optional.<GeoPoint>empty() : Optional.of(new GeoPoint(p.lat(), p.lon()));
    var competence = consulates.competentFor(p.country(), p.area() == null ? "" : p.area(), at, LocalDate.now(clock));
    return competence.settled() ? competence.consulate().code() : null;
  }

  /** True when several missions share the area, so that each person's point decides. */
  boolean needsPoint(String country, @Nullable String area) {
    return consulates.competentFor(country, area == null ? "" : area, Optional.empty(), LocalDate.now(clock)).candidates().size() > 1;
  }

  /** The IANA zone by place, else by the telephone number; null when neither tells. */
  @Nullable String timezone(Place p, @Nullable String e164) {
    if (p.country() == null && e164 == null) return null;
    var zone = territory.zoneOf(p.country(), p.area(), e164);
    return zone instanceof java.time.ZoneOffset ? null : zone.getId();
  }
}
