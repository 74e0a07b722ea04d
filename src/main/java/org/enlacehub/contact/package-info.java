/**
 * People: who they are, how they are reached, what they agreed to, where they live; import, merge and erasure.
 * It sends nothing and knows no campaign, inquiry or message; it writes only its own tables.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.contact;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
