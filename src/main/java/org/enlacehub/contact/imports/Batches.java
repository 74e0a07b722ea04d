package org.enlacehub.contact.imports;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.enlacehub.contact.ContactBulk;
import org.enlacehub.contact.Origin;

/** Stores a batch of rows, its problems and the watermark in one transaction: all of it or nothing. */
@Singleton
class Batches {
  private final ContactBulk contacts;
  private final ImportRepository imports;
  private final ImportProblemRepository problems;
  private final Clock clock;

  Batches(ContactBulk contacts, ImportRepository imports, ImportProblemRepository problems, Clock clock) {
    this.contacts = contacts;
    this.imports = imports;
    this.problems = problems;
    this.clock = clock;
  }

  /** The import was stopped, or another node goes on with it. */
  static final class Superseded extends RuntimeException {
    Superseded() {
      super("another run goes on with the import");
    }
  }

  /**
   * @return the counts of the import with the batch
   * @throws Superseded nothing of the batch is stored then
   */
  @Transactional
  Counts store(ImportRow row, Batch batch, Origin origin, String runner) {
    var mode = row.request().mode();
    var results = row.request().dryRun() ? contacts.preview(batch.drafts(), mode, origin) : contacts.upsertAll(batch.drafts(), mode, origin);
    var outcome = batch.outcome(results);
    problems.insert(row.id(), outcome.problems());
    var counts = row.counts().plus(outcome.counts());
    if (!imports.advance(row, runner, batch.end(), counts, clock.instant().plus(ImportRun.LEASE))) {
      throw new Superseded();
    }
    return counts;
  }
}
