package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * An import as it is stored.
 *
 * @param columns what the columns were taken for
 * @param failure code of an {@link UnreadableFile}; null unless it failed
 */
record ImportRow(long id, long fileId, ImportState state, ImportRequest request, List<SeenColumn> columns, long staffId,
    FileRow.Position position, Counts counts, int stalls, @Nullable String failure, List<String> failureArgs, Instant created,
    @Nullable Instant started, @Nullable Instant finished) {}
