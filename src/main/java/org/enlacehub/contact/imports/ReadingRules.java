package org.enlacehub.contact.imports;

import java.time.LocalDate;

/**
 * What must be known to read a file beyond its own text.
 *
 * @param defaultRegion ISO country of phones without a country code in rows that name no country; empty when nobody said
 * @param home ISO country that the consulates belong to: its phones are expected in every file
 * @param today decides what two digits of a year mean
 * @param limits of the file
 */
public record ReadingRules(String defaultRegion, String home, LocalDate today, Limits limits) {}
