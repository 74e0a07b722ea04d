/**
 * Message texts by language and channel: reading and checking their files, rendering them for one person, SMS segments, versions.
 * It knows nothing of contacts' rows, campaigns or carriers: values come in as a map, a rendered message goes out.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.template;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
