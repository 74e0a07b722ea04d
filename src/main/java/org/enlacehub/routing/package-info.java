/**
 * Evidence about a person to the place where they are and the mission that serves it, with reasons and, when unsure, a question.
 * It decides nothing about urgency, stores nothing and sends nothing.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.routing;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
