package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;
import org.enlacehub.contact.UpsertMode;

/**
 * How a file is to be imported.
 *
 * @param defaultRegion ISO country of phones without a country code in rows that name no country; null when nobody said
 * @param mapping see {@link Headings#recognise}
 */
public record ImportRequest(UpsertMode mode, boolean dryRun, @Nullable String defaultRegion, Map<String, String> mapping) {
  public ImportRequest {
    mapping = Map.copyOf(mapping);
  }
}
