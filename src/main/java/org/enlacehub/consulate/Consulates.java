package org.enlacehub.consulate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.consulate.Competence.Basis;
import org.enlacehub.territory.GeoPoint;

/** The missions and their districts. An immutable value, loaded by {@link ConsulateFiles}. */
public final class Consulates {
  private final Map<String, Consulate> byCode = new LinkedHashMap<>();
  private final Map<String, WorkingTime> workingTimes;
  private final List<Jurisdiction> jurisdictions;
  private final List<Closure> closures;
  private final Consulate centralDesk;

  Consulates(List<Consulate> consulates, List<Jurisdiction> jurisdictions, List<Closure> closures,
      Map<String, WorkingTime> workingTimes) {
    consulates.forEach(c -> byCode.put(c.code(), c));
    this.jurisdictions = List.copyOf(jurisdictions);
    this.closures = List.copyOf(closures);
    this.workingTimes = Map.copyOf(workingTimes);
    this.centralDesk = consulates.stream().filter(Consulate::central).findFirst().orElseThrow();
  }

  public Optional<Consulate> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** All, the central desk included, in the order of the file. */
  public List<Consulate> all() {
    return List.copyOf(byCode.values());
  }

  /** The ministry's desk for what can be routed to nobody else. */
  public Consulate centralDesk() {
    return centralDesk;
  }

  /** When a mission works; the central desk's own times for an unknown code. */
  public WorkingTime workingTime(String code) {
    return workingTimes.getOrDefault(code, workingTimes.get(centralDesk.code()));
  }

  /**
   * The mission that serves a place on a day.
   *
   * @param country ISO 3166-1, or empty when unknown
   * @param area ISO 3166-2, or empty when unknown
   * @param at a point, for areas that several share
   */
  public Competence competentFor(String country, String area, Optional<GeoPoint> at, LocalDate on) {
    if (country.isEmpty()) {
      return new Competence(centralDesk, Basis.NOBODY, true, List.of());
    }
    if (country.equals(centralDesk.country())) {
      return new Competence(centralDesk, Basis.HOME, centralDesk.verified(), List.of(centralDesk));
    }
    var ofCountry = jurisdictions.stream().filter(j -> j.country().equals(country) && j.validOn(on)).toList();
    var ofArea = ofCountry.stream().filter(j -> j.area().equals(area)).toList();
    if (!ofArea.isEmpty()) {
      return among(ofArea, at, Basis.AREA);
    }
    var rest = ofCountry.stream().filter(Jurisdiction::wholeCountry).toList();
    boolean onlyRest = rest.size() == ofCountry.size();
    if (!rest.isEmpty() && (onlyRest || !area.isEmpty())) {
      return among(rest, at, Basis.COUNTRY);
    }
    var candidates = ofCountry.stream().map(j -> byCode.get(j.consulate())).distinct().toList();
    return new Competence(centralDesk, !area.isEmpty() || candidates.isEmpty() ? Basis.NOBODY : Basis.UNDECIDED, true,
        candidates);
  }

  /** Who answers in a mission's place on a day: the stated substitute while it is closed, else itself. */
  public Consulate actingFor(Consulate consulate, LocalDate on) {
    return closures.stream().filter(c -> c.consulate().equals(consulate.code()) && c.covers(on)).findFirst()
        .flatMap(c -> byCode(c.substitute())).orElse(consulate);
  }

  private Competence among(List<Jurisdiction> rows, Optional<GeoPoint> at, Basis whole) {
    var candidates = rows.stream().map(j -> byCode.get(j.consulate())).toList();
    if (rows.size() == 1) {
      return new Competence(candidates.getFirst(), whole, rows.getFirst().verified(), candidates);
    }
    if (at.isEmpty()) {
      return new Competence(centralDesk, Basis.UNDECIDED, false, candidates);
    }
    var nearest = rows.stream().min(Comparator.comparingDouble(j -> byCode.get(j.consulate()).at().km(at.get()))).orElseThrow();
    return new Competence(byCode.get(nearest.consulate()), Basis.NEAREST, nearest.verified(), candidates);
  }
}
