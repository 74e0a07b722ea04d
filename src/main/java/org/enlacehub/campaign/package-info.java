/**
 * What goes out, to whom and when: definitions in files and from the API, approval by a second person, starts, progress.
 * It hands messages to the outbox and reads their totals; it sends nothing itself.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.campaign;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
