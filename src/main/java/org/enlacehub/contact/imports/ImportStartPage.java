package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * Where an import begins.
 *
 * @param problem why the file that was sent cannot be read; null when none was refused
 * @param recent the latest imports
 */
@Introspected
public record ImportStartPage(@Nullable String problem, List<ImportView> recent) {}
