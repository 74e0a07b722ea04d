package org.enlacehub.contact.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.ChangedMeanwhile;
import org.enlacehub.contact.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one import until its file is read, it is stopped, or this node dies: then another run goes on behind the last batch that was
 * committed. No row is stored twice and none is left out, whatever happens when.
 */
@Singleton
class ImportRun {
  /** How long other nodes leave an import alone after the last sign of life. */
  static final Duration LEASE = Duration.ofSeconds(30);
  private static final int MOST_STALLS = 5;
  private static final int MOST_AT_ONCE = 2;
  private static final int TRIES = 20;
  private static final int PAUSE_MILLIS = 50;
  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

  private final ImportRepository imports;
  private final ImportProblemRepository problems;
  private final ImportFiles files;
  private final Batches batches;
  private final ImportBrake brake;
  private final Clock clock;

  ImportRun(ImportRepository imports, ImportProblemRepository problems, ImportFiles files, Batches batches, ImportBrake brake, Clock clock) {
    this.imports = imports;
    this.problems = problems;
    this.files = files;
    this.batches = batches;
    this.brake = brake;
    this.clock = clock;
  }

  /** @return whether the import is over, so that one that waits can begin */
  boolean work(long id) throws InterruptedException {
    var runner = files.node();
    var now = clock.instant();
    if (imports.busy(id, now) >= MOST_AT_ONCE || !imports.claim(id, runner, now, now.plus(LEASE))) {
      return false;
    }
    var row = imports.find(id).orElseThrow();
    if (row.stalls() >= MOST_STALLS) {
      return end(row, runner, "internal", List.of());
    }
    if (row.request().dryRun()) {
      problems.removeOf(id);
      imports.rewind(id);
      row = imports.find(id).orElseThrow();
    }
    boolean counted = false;
    try {
      boolean ended = read(row, runner);
      counted = true;
      if (!ended) {
        imports.release(id, runner, 0);
        return false;
      }
      return end(row, runner, null, List.of());
    } catch (UnreadableFile e) {
      counted = true;
      return end(row, runner, e.code(), e.args());
    } catch (Batches.Superseded e) {
      counted = true;
      LOG.info("import {}: stopped, or taken up by another run", id);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!counted) {
        imports.release(id, runner, 1);
      }
    }
  }

  /** False when the product stops before the end of the file. */
  private boolean read(ImportRow begin, String runner) throws IOException, UnreadableFile, InterruptedException {
    var row = begin;
    // the trail names the import, and the import names who made it
    var origin = Origin.file(new Actor(row.staffId(), "import", Set.of(), null), "import:" + row.id());
    try (var reader = files.read(row)) {
      for (Batch batch; (batch = reader.next()) != null; ) {
        if (brake.isPulled()) {
          return false;
        }
        var counts = stored(row, batch, origin, runner);
        row = new ImportRow(row.id(), row.fileId(), row.state(), row.request(), row.columns(), row.staffId(), batch.end(), counts, 0,
            row.failure(), row.failureArgs(), row.created(), row.started(), row.finished());
      }
    }
    return true;
  }

  /** Two imports may hold the same people: who meets another tries again, after a pause that differs. */
  private Counts stored(ImportRow row, Batch batch, Origin origin, String runner) throws InterruptedException {
    for (int tried = 1; ; tried++) {
      try {
        return batches.store(row, batch, origin, runner);
      } catch (ChangedMeanwhile e) {
        if (tried == TRIES) {
          throw e;
        }
        Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS * tried) + 1L);
      }
    }
  }

  private boolean end(ImportRow row, String runner, String failure, List<?> args) {
    var now = clock.instant();
    if (imports.finish(row.id(), runner, failure == null ? ImportState.DONE : ImportState.FAILED, failure, args, now)) {
      LOG.info("import {}: {}", row.id(), failure == null ? "done" : "failed, " + failure);
      if (failure == null && !row.request().dryRun()) {
        files.forget(row.fileId());
      }
    }
    return true;
  }
}
