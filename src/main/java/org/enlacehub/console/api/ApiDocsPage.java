package org.enlacehub.console.api;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** The page at {@code /api/docs}. */
@Introspected
public record ApiDocsPage(List<ApiResource> resources) {}
