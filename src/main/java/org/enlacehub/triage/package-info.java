/**
 * Text to language, service topic, vulnerability category, severity and flags, each with the words that caused it.
 * The knowledge is in {@code config/triage}; this package only matches, and decides nothing about places, people or desks.
 * It reads no database and never lowers what an officer set: it only proposes.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.triage;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
