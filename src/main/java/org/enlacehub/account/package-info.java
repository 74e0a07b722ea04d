/**
 * Who works here and what they may do: staff, roles, sessions, API tokens, the audit log.
 * It holds no page frame (that is console) and knows no mission, contact or message; what a desk is, it asks by {@link Desks}.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.account;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
