/**
 * The outbox: one row a message, whatever its origin; lanes, pacing, retries, receipts, fallback and reconciliation.
 * It decides at the last moment whether a message may leave; it must not know what a campaign or an inquiry is beyond its id.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.delivery;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
