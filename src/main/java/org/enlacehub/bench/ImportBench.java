package org.enlacehub.bench;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.imports.FileSource;
import org.enlacehub.contact.imports.Imports;

/** Import of a contact file, beside LOAD DATA of the rows that it makes, without encryption, into empty copies of the same tables. */
public final class ImportBench {
  private static final long LOOK = 100;
  private static final long MEGABYTE = 1_000_000;

  private ImportBench() {}

  /** Runs it and prints what it found. Each size begins with no people in the folder's database. */
  public static void run(List<Integer> sizes, Path data, PrintStream out) throws Exception {
    try (var product = BenchProduct.start(data, Map.of("enlace.quartz.autostart", "true", "micronaut.server.port", "-1"))) {
      // The clockwork, which works on imports, starts with the server.
      product.bean(EmbeddedServer.class).start();
      var people = new BenchPeople(product);
      out.printf("heap at most %,d MB%n", Runtime.getRuntime().maxMemory() / MEGABYTE);
      for (int n : sizes) {
        var file = data.resolve("people-" + n + ".csv");
        write(file, n);
        PlainRows.TABLES.forEach(table -> people.truncate(table));
        var peak = new HeapPeak();
        double seconds = imported(product, file, peak, out);
        long made = people.number("SELECT COUNT(*) FROM contact");
        if (made != n) out.printf("WRONG: %d people of %d rows%n", made, n);
        var plain = new PlainRows(product, data);
        plain.keep();
        double bare = plain.load();
        out.printf("%,9d rows: ours %,7.0f/s (%.1f s), LOAD DATA %,8.0f/s (%.1f s, %d tables, %,d rows): 1/%.1f; heap peak %,d MB%n", n,
            n / seconds, seconds, n / bare, bare, PlainRows.TABLES.size(), plain.rows(), seconds / bare, peak.megabytes());
        Files.delete(file);
      }
    }
  }

  private static double imported(BenchProduct product, Path file, HeapPeak peak, PrintStream out) throws Exception {
    var imports = product.bean(Imports.class);
    long id = imports.submit(FileSource.of(file), file.getFileName().toString(), imports.request("upsert", false, "US", null),
        Actor.system("bench"));
    var view = imports.find(id).orElseThrow();
    while (!view.state().isOver()) {
      Thread.sleep(LOOK);
      peak.look();
      view = imports.find(id).orElseThrow();
    }
    if (view.failure() != null || view.counts().rejected() > 0) out.printf("WRONG: %s, %s%n", view.state(), view.counts());
    // From the moment when a node took it up: waiting for the clockwork is no work.
    return (view.finished().toEpochMilli() - view.started().toEpochMilli()) / 1e3;
  }

  private static void write(Path file, int n) throws IOException {
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("external_id,given_name,family_name,phone,language,country,area,city,passport_expires,consent,tags\n");
      for (int i = 0; i < n; i++) {
        csv.write("P-" + i + "," + Diaspora.given(i) + "," + Diaspora.family(i) + "," + Diaspora.phone(i) + "," + Diaspora.language(i)
            + ",US," + Diaspora.area(i) + "," + Diaspora.city(i) + "," + Diaspora.passport(i) + ",service information,"
            + (i % 20 == 0 ? "returned" : "") + "\n");
      }
    }
  }

  /** The most that the heap held, looked at while the import ran; what was garbage already is in it. */
  private static final class HeapPeak {
    private long most;

    void look() {
      most = Math.max(most, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }

    long megabytes() {
      return most / MEGABYTE;
    }
  }
}
