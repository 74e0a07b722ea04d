/**
 * Adapters to the carriers behind one interface: Twilio for SMS and WhatsApp, SMTP for email; and the senders of the
 * configuration. Must not know why a message is sent, must not touch the database, and must tell by its result alone what to do
 * next.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.channel;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
