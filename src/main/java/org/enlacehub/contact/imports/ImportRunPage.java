package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.i18n.Texts;

/**
 * How far an import is, or what came of it.
 *
 * @param progress from 0 to 1,000; 0 when it cannot be told
 * @param words rows read, in the reader's numbers
 * @param note rate and time left; null when there is none
 * @param failure why it failed; null unless it did
 * @param first the first rejected rows
 */
@Introspected
public record ImportRunPage(ImportView run, long progress, String words, @Nullable String note, @Nullable String failure, List<RejectedCell> first) {
  private static final int SHOWN = 20;

  /** One cell of a rejected row. */
  public record RejectedCell(int row, String column, String value, String message) {}

  static ImportRunPage of(ImportView run, Imports imports, Texts t) {
    var first = new ArrayList<RejectedCell>();
    if (run.state().isOver()) {
      var problems = imports.problems(run.id(), false);
      for (int i = 0; i < SHOWN && problems.hasNext(); i++) {
        var problem = problems.next();
        first.add(new RejectedCell(problem.row(), problem.column(), problem.value(), ErrorsCsv.message(problem, t)));
      }
    }
    String note = null;
    if (run.ratePerSecond() != null && run.counts().rows() > 0) {
      note = run.secondsLeft() == null ? t.get("imports.page.rate", Math.round(run.ratePerSecond()))
          : t.get("imports.page.rateLeft", Math.round(run.ratePerSecond()), left(run.secondsLeft(), t));
    }
    return new ImportRunPage(run, run.progress() == null ? 0 : Math.round(run.progress() * 1000), t.get("imports.page.rows", run.counts().rows()),
        note, run.failure() == null ? null : t.get(run.failure().messageKey(), run.failure().args().toArray()), List.copyOf(first));
  }

  private static String left(long seconds, Texts t) {
    return seconds < 90 ? t.get("imports.page.seconds", seconds) : t.get("imports.page.minutes", Math.round(seconds / 60.0));
  }
}
