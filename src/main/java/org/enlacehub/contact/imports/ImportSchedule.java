package org.enlacehub.contact.imports;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.enlacehub.platform.quartz.Schedules;
import org.enlacehub.platform.quartz.StandingJobs;

/** Says when imports are worked on, and keeps what they leave behind short-lived. */
@Singleton
class ImportSchedule implements StandingJobs {
  static final String ID = "import";
  /** How long the rejected rows of an import can be fetched. */
  static final Duration PROBLEMS_KEPT = Duration.ofDays(30);
  private static final Duration SWEEP = Duration.ofSeconds(15);
  private static final int AT_ONCE = 4;

  private final ImportRepository imports;
  private final ImportFileRepository files;
  private final ImportProblemRepository problems;
  private final Schedules schedules;
  private final Clock clock;

  ImportSchedule(ImportRepository imports, ImportFileRepository files, ImportProblemRepository problems, Schedules schedules, Clock clock) {
    this.imports = imports;
    this.files = files;
    this.problems = problems;
    this.schedules = schedules;
    this.clock = clock;
  }

  @Override public void register(Schedules all) {
    all.every("contact:import-sweep", ImportSweepJob.class, SWEEP);
  }

  /** Works on an import as soon as a node is free. */
  void begin(long id) {
    schedules.at("contact:import:" + id, ImportJob.class, clock.instant(), Map.of(ID, Long.toString(id)));
  }

  /** Begins those on which nobody works. */
  void begin() {
    imports.idle(clock.instant(), AT_ONCE).forEach(this::begin);
  }

  /** Removes files that nobody brought in and reports that nobody fetches any more. */
  void tidy() {
    var now = clock.instant();
    files.expired(now).forEach(files::removePieces);
    problems.removeOlderThan(now.minus(PROBLEMS_KEPT));
  }
}
