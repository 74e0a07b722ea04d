package org.enlacehub.consulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rosters of all missions that have one. An immutable value, loaded by {@link RosterFiles}. */
public final class Rosters {
  private final Map<String, Roster> byConsulate;

  Rosters(Map<String, Roster> byConsulate) {
    this.byConsulate = new TreeMap<>(byConsulate);
  }

  public Optional<Roster> of(String consulate) {
    return Optional.ofNullable(byConsulate.get(consulate));
  }

  /** By the mission's code. */
  public List<Roster> all() {
    return List.copyOf(byConsulate.values());
  }
}
