/**
 * Who a campaign is for: the query language over contacts, counts, snapshots.
 * It reads contact's tables with its own SELECTs and writes only its snapshots; it sends nothing.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.audience;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
