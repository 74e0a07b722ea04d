/**
 * The one way in: webhooks and their reconciliation. What arrives is stored before it is acknowledged, once, then handed on: keywords,
 * a desk, a receipt. It must not decide who answers and must not answer by itself but for keywords.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.inbound;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
