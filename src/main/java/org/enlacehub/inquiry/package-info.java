/**
 * Conversations with people at the desks of the missions: taking in what they wrote, answering, assigning, deadlines.
 * Every list, count and search is scoped to the desk in its own query. It must not call a carrier: answers leave through the outbox.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.inquiry;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
