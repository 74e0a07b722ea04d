package org.enlacehub.routing;

import java.util.List;
import org.enlacehub.territory.Territory;

/** Reads places and their roles out of a message. */
final class TextReader {

  /** What a message claims, and where the person says to be going. */
  record Reading(List<Claim> claims, List<Claim> destinations) {}

  TextReader(Territory territory, RoutingRules rules) {}

  Reading read(String text) {
    return new Reading(List.of(), List.of());
  }
}
