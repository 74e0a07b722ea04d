/**
 * The shell of the web pages: layout, navigation, design system, sign-in pages, start page, pages of errors.
 * It may call every room; no room may call it. Rules of business do not live here.
 */
@Configuration
@Requires(property = "enlace.role", value = "product")
package org.enlacehub.console;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
