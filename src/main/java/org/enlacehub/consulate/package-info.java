/**
 * The consular network: missions, which territory each serves, when each is open, its holidays and substitutes; the ministry's
 * central desk. Read from the configuration files; it knows no message and no person.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.consulate;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
