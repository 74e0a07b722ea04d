package org.enlacehub.contact.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.UpsertMode;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end in the middle, and what goes on behind them. The scheduler sleeps. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRunTest implements TestDatabase {
  private static final ImportRequest REQUEST = new ImportRequest(UpsertMode.UPSERT, false, "US", Map.of());
  @Inject ImportRepository imports;
  @Inject ImportProblemRepository problems;
  @Inject ImportFileRepository stored;
  @Inject ImportFiles files;
  @Inject Batches batches;
  @Inject Imports service;
  @Inject Ids ids;
  @Inject Clock clock;
  @TempDir Path folder;

  @Override public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  /** Stops a run before its n-th batch. */
  private static final class BrakeAfter extends ImportBrake {
    private int batches;

    BrakeAfter(int batches) {
      this.batches = batches;
    }

    @Override boolean isPulled() {
      return batches-- == 0;
    }
  }

  private ImportRun run(ImportBrake brake) {
    return new ImportRun(imports, problems, files, batches, brake, clock);
  }

  private long queued(String name, int rows, ImportRequest request) throws Exception {
    var text = new StringBuilder("external_id,name,phone\n");
    for (int i = 0; i < rows; i++) {
      text.append(name).append(i).append(",Ana ").append(name).append(i).append(',')
          .append(i % 100 == 0 ? "12" : "+502" + (30_000_000 + name.hashCode() % 1000 * 10_000 + i)).append('\n');
    }
    var path = Files.write(folder.resolve(name + ".csv"), text.toString().getBytes(UTF_8));
    long file = service.keep(FileSource.of(path), name, Actor.system("test"));
    long id = ids.next();
    imports.insert(id, file, request, List.of(), 0, clock.instant());
    return id;
  }

  private static long count(String table) throws Exception {
    try (var connection = TestServer.connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private int errors(long id) {
    int n = 0;
    for (var all = service.problems(id, false); all.hasNext(); all.next()) {
      n++;
    }
    return n;
  }

  @Test void whatWasStoppedGoesOnBehindTheLastBatch() throws Exception {
    long before = count("contact");
    long id = queued("A", 3_500, REQUEST);
    assertFalse(run(new BrakeAfter(2)).work(id));
    var half = imports.find(id).orElseThrow();
    assertEquals(2_000, half.counts().rows());
    assertEquals(2_001, half.position().row());
    assertEquals(1_980, count("contact") - before);
    assertTrue(run(new ImportBrake()).work(id));
    var whole = imports.find(id).orElseThrow();
    assertEquals(new Counts(3_500, 3_465, 0, 0, 35, 0, 0), whole.counts());
    assertEquals(ImportState.DONE, whole.state());
    assertEquals(3_465, count("contact") - before);
    assertEquals(35, errors(id));
  }

  @Test void aBatchThatIsNotCommittedLeavesNothing() throws Exception {
    long before = count("contact");
    long id = queued("B", 1_500, REQUEST);
    var now = clock.instant();
    assertTrue(imports.claim(id, "dead", now, now.minusSeconds(1)));
    var row = imports.find(id).orElseThrow();
    try (var reader = files.read(row)) {
      var batch = reader.next();
      // another node took over while this one was slow
      assertTrue(imports.claim(id, "alive", now, now.plusSeconds(30)));
      assertThrows(Batches.Superseded.class,
          () -> batches.store(row, batch, Origin.file(new Actor(0, "test", Set.of(), null), "import:" + id), "dead"));
    }
    assertEquals(before, count("contact"));
    assertEquals(0, errors(id));
    assertEquals(0, imports.find(id).orElseThrow().counts().rows());
  }

  @Test void whoIsAtWorkIsLeftAloneUntilItsLeaseEnds() throws Exception {
    long id = queued("C", 10, REQUEST);
    var now = clock.instant();
    assertTrue(imports.claim(id, "other", now, now.plusSeconds(30)));
    assertFalse(run(new ImportBrake()).work(id));
    assertFalse(imports.idle(now, 100).contains(id));
    assertTrue(imports.idle(now.plusSeconds(31), 100).contains(id));
    imports.release(id, "other", 0);
    assertTrue(run(new ImportBrake()).work(id));
  }

  @Test void whatIsCancelledStoresNoFurtherBatch() throws Exception {
    long id = queued("D", 2_500, REQUEST);
    assertFalse(run(new BrakeAfter(1)).work(id));
    assertTrue(service.cancel(id, Actor.system("test")));
    assertFalse(run(new ImportBrake()).work(id));
    assertEquals(1_000, imports.find(id).orElseThrow().counts().rows());
    assertFalse(service.cancel(id, Actor.system("test")));
  }

  @Test void aDryRunBeginsAnew() throws Exception {
    long id = queued("E", 2_500, new ImportRequest(UpsertMode.UPSERT, true, "US", Map.of()));
    assertFalse(run(new BrakeAfter(1)).work(id));
    assertTrue(run(new ImportBrake()).work(id));
    assertEquals(new Counts(2_500, 2_475, 0, 0, 25, 0, 0), imports.find(id).orElseThrow().counts());
    assertEquals(25, errors(id));
  }

  @Test void afterSeveralRunsThatCameToNothingTheImportFails() throws Exception {
    long id = queued("F", 10, REQUEST);
    var now = clock.instant();
    for (int i = 0; i < 5; i++) {
      assertTrue(imports.claim(id, "node", now, now.plusSeconds(30)));
      imports.release(id, "node", 1);
    }
    assertTrue(run(new ImportBrake()).work(id));
    assertEquals("FAILED internal", imports.find(id).map(r -> r.state() + " " + r.failure()).orElseThrow());
  }

  @Test void aFileThatIsGoneFailsItsImport() throws Exception {
    long id = queued("G", 10, REQUEST);
    stored.removePieces(imports.find(id).orElseThrow().fileId());
    assertTrue(run(new ImportBrake()).work(id));
    assertEquals("FAILED gone", imports.find(id).map(r -> r.state() + " " + r.failure()).orElseThrow());
  }
}
