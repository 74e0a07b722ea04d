package org.enlacehub.territory;

import java.util.Optional;

/**
 * Where a telephone number was given out. Numbers travel with people: a hint, never a fact.
 *
 * @param country ISO 3166-1
 * @param area ISO 3166-2; empty when the number tells no area
 * @param at the main town of the prefix
 * @param geographic false for toll-free and other numbers that belong to no place
 */
public record PhoneOrigin(String country, String area, Optional<Place> at, boolean geographic) {}
