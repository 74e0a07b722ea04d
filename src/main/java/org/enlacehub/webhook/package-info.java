/**
 * Tells other systems what happened here: signed notices of ids and states, tried again until they are taken, and sent anew on request.
 * It watches campaigns, inquiries and messages; nothing depends on it.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.webhook;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
