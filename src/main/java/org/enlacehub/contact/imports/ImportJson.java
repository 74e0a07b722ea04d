package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.enlacehub.platform.i18n.Texts;

/**
 * An import as the API tells it.
 *
 * @param rows read so far, blank ones not counted; always created + updated + unchanged + rejected
 * @param warnings rows that were kept without some value
 * @param repaired values that were damaged and could be put right
 * @param error why it failed; null unless it did
 */
@Serdeable
record ImportJson(String id, ImportState state, String file, long bytes, String format, String mode, boolean dryRun,
    @Nullable String defaultRegion, int rows, int created, int updated, int unchanged, int rejected, int warnings, int repaired,
    @Nullable Double progress, @Nullable Double ratePerSecond, @Nullable Long secondsLeft, List<SeenColumn> columns, @Nullable Failure error,
    Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

  /** Why an import failed. */
  @Serdeable
  record Failure(String code, String detail) {}

  static ImportJson of(ImportView view, Texts texts) {
    var counts = view.counts();
    var error = view.failure() == null ? null
        : new Failure(view.failure().code(), texts.get(view.failure().messageKey(), view.failure().args().toArray()));
    return new ImportJson(Long.toString(view.id()), view.state(), view.fileName(), view.fileBytes(), view.format(),
        view.request().mode().name().toLowerCase(Locale.ROOT), view.request().dryRun(), view.request().defaultRegion(), counts.rows(),
        counts.created(), counts.updated(), counts.unchanged(), counts.rejected(), counts.warned(), counts.repaired(), view.progress(),
        view.ratePerSecond(), view.secondsLeft(), view.columns(), error, view.created(), view.started(), view.finished());
  }
}
