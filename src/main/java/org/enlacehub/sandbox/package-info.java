/**
 * Stand-ins for the carriers: Twilio over HTTP, mail over SMTP and IMAP, and the phone page on which a person plays a migrant.
 * Active only with {@code enlace.sandbox=true}, inside the product or as a process of its own ({@code ./enlace sandbox}).
 * Must not be reached by any other room but the console, and must not need a database.
 */
@Configuration
@Requires(property = "enlace.sandbox", value = "true")
package org.enlacehub.sandbox;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
