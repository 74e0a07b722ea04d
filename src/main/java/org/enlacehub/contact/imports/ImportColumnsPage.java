package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;

/**
 * What the columns of a file are taken for, to be corrected, and its first rows as they will become.
 *
 * @param file id of the kept file
 * @param chosen by column: the field, {@code ignore}, or empty
 * @param fields names of fields with their words
 * @param problem why these columns or choices cannot do; null when they can
 */
@Introspected
public record ImportColumnsPage(long file, String name, List<Column> columns, List<String> chosen, Map<String, String> fields,
    List<ImportSample> samples, String mode, String region, @Nullable String problem) {}
