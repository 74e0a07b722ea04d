package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * An import as people and programs see it.
 *
 * @param progress share of the file that is read, 0 to 1; null when its length is not known
 * @param ratePerSecond rows a second since it began; null before
 * @param secondsLeft at that rate; null when it cannot be told
 * @param failure why it failed; null unless it did
 * @param fileKept whether the file is still there, for another run
 */
public record ImportView(long id, ImportState state, String fileName, long fileBytes, String format, ImportRequest request,
    List<SeenColumn> columns, Counts counts, @Nullable Double progress, @Nullable Double ratePerSecond, @Nullable Long secondsLeft,
    @Nullable UnreadableFile failure, boolean fileKept, long staffId, Instant created, @Nullable Instant started, @Nullable Instant finished) {}
