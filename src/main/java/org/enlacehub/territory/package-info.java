/**
 * The world as it is: countries, areas, towns, counties, postal codes, telephone prefixes, time zones, distances.
 * Pure and in memory, read once from the resources under {@code territory/}. It knows no consulate and no message.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.territory;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
