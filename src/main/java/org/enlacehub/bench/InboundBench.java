package org.enlacehub.bench;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.enlacehub.inbound.ArrivalJob;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.sandbox.SandboxCarriers;

/**
 * Messages of strangers by signed webhook over HTTP: stored and acknowledged, then judged, routed and standing at a desk with their
 * answer queued; beside the bare inserts of as many rows, a transaction a message, in the same run. The load is made in this process.
 */
public final class InboundBench {
  private static final int CONNECTIONS = 32;
  private static final int WARM_UP = 300;
  private static final int PACE = 100;
  private static final int PACED = 2_000;
  private static final String PATH = "/webhooks/twilio/inbound";
  private static final List<String> TEXTS = List.of("buenas quiero renovar mi pasaporte vivo en los angeles california",
      "cuanto cuesta el dpi, estoy en houston tx", "mi hermano lo agarro la migra en phoenix no sabemos donde esta",
      "good morning, what are your opening hours in chicago?", "como registro a mi hija que nacio en atlanta georgia");
  private final PrintStream out;
  private final BenchProduct product;
  private final BenchPeople database;
  private final DataSource pool;
  private final SignedPosts posts;
  private final long run;

  private InboundBench(PrintStream out, BenchProduct product) {
    this.out = out;
    this.product = product;
    this.database = new BenchPeople(product);
    this.pool = DelegatingDataSource.unwrapDataSource(product.bean(DataSource.class));
    this.posts = new SignedPosts(product);
    this.run = product.bean(Ids.class).next();
  }

  /** Runs it and prints what it found; the database's folder is kept. */
  public static void run(List<Integer> sizes, Path data, PrintStream out) throws SQLException, InterruptedException {
    try (var product = BenchProduct.start(data, SignedPosts.settings())) {
      new InboundBench(out, product).run(sizes);
    }
  }

  private void run(List<Integer> sizes) throws SQLException, InterruptedException {
    flood("w", WARM_UP);
    bareInserts(WARM_UP);
    out.printf("%d connections, %d processors%n", CONNECTIONS, Runtime.getRuntime().availableProcessors());
    for (int n : sizes) {
      double before = bareInserts(n);
      long asked = statements();
      double busy = busy();
      var ours = flood("n" + n + "x", n);
      double each = (statements() - asked) / (double) n;
      double processor = (busy() - busy) / n;
      double after = bareInserts(n);
      double bare = (before + after) / 2;
      out.printf("%,9d messages: acknowledged %,.0f/s, at their desk %,.0f/s; bare transactions of six inserts %,.0f/s (%,.0f before, %,.0f after): %.0f %%; %.1f statements and %.2f ms of processor a message, load and database included%n",
          n, ours.acknowledged(), ours.atDesk(), bare, before, after, 100 * ours.atDesk() / bare, each, processor);
    }
    paced();
  }

  /** Milliseconds of processor that this process and the database it started have used: what a crowded machine does not change. */
  private static double busy() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants()).map(ProcessHandle::info)
        .flatMap(info -> info.totalCpuDuration().stream()).mapToLong(Duration::toMillis).sum();
  }

  /** Statements that the database has been asked since it began. */
  private long statements() throws SQLException {
    try (var connection = pool.getConnection(); var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
      rows.next();
      return rows.getLong(2);
    }
  }

  private record Rates(double acknowledged, double atDesk) {}

  private Rates flood(String series, int n) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    int refused = Flood.of(n, CONNECTIONS, at -> post(series, at) == 200);
    double acknowledged = n / seconds(start);
    waitUntilHandedOn();
    double atDesk = n / seconds(start);
    long entries = database.number("SELECT COUNT(*) FROM arrival WHERE carrier_id LIKE '" + sid(series, -1) + "%' AND result = 'inquiry'");
    if (refused > 0 || entries != n) {
      out.printf("WRONG: %d refused, %d of %d at a desk%n", refused, entries, n);
    }
    return new Rates(acknowledged, atDesk);
  }

  /** The clockwork stands still in a bench: what found no room in the surge is taken up here, as the job does every two seconds. */
  private void waitUntilHandedOn() throws SQLException, InterruptedException {
    var job = product.bean(ArrivalJob.class);
    while (database.number("SELECT COUNT(*) FROM arrival WHERE state = 'NEW'") > 0) {
      job.execute(null);
      Thread.sleep(20);
    }
  }

  /** A hundred a second: how long until Twilio has its answer, and until the message stands at a desk. */
  private void paced() throws SQLException, InterruptedException {
    var answered = new ConcurrentHistogram(3);
    var atDesk = new ConcurrentHistogram(3);
    Map<String, Long> outstanding = new ConcurrentHashMap<>();
    var failures = new ConcurrentLinkedQueue<Exception>();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PACED; i++) {
        int at = i;
        long due = start + at * 1_000_000_000L / PACE;
        threads.submit(() -> {
          try {
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            outstanding.put(sid("p", at), due);
            post("p", at);
            // From when it should have been sent: waiting for a slow product counts.
            answered.recordValue(System.nanoTime() - due);
          } catch (InterruptedException e) {
            failures.add(e);
          }
        });
      }
      while (atDesk.getTotalCount() < PACED && seconds(start) < 3.0 * PACED / PACE && failures.isEmpty()) {
        for (var sid : handedOn(Set.copyOf(outstanding.keySet()))) {
          atDesk.recordValue(System.nanoTime() - outstanding.remove(sid));
        }
        Thread.sleep(5);
      }
    }
    out.printf("paced at %d a second: answered within %.0f ms (p50), %.0f ms (p99); at a desk within %.0f ms (p50), %.0f ms (p99), %d of %d%n", PACE,
        answered.getValueAtPercentile(50) / 1e6, answered.getValueAtPercentile(99) / 1e6, atDesk.getValueAtPercentile(50) / 1e6,
        atDesk.getValueAtPercentile(99) / 1e6, atDesk.getTotalCount(), PACED);
  }

  private Set<String> handedOn(Set<String> sids) throws SQLException {
    var done = new HashSet<String>();
    if (sids.isEmpty()) {
      return done;
    }
    try (var connection = pool.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(
        "SELECT carrier_id FROM arrival WHERE carrier = 'twilio' AND state = 'DONE' AND carrier_id IN ("
            + sids.stream().map(sid -> "'" + sid + "'").collect(Collectors.joining(",")) + ")")) {
      while (rows.next()) {
        done.add(rows.getString(1));
      }
    }
    return done;
  }

  /** The least that an intake does: six rows in a transaction a message, with constants, on as many connections as the product uses. */
  private double bareInserts(int n) throws SQLException, InterruptedException {
    database.execute("CREATE TABLE IF NOT EXISTS bench_row (id BIGINT NOT NULL PRIMARY KEY, other BIGINT NOT NULL, body VARBINARY(300) NOT NULL,"
        + " KEY bench_row_other (other)) ENGINE=InnoDB");
    database.execute("TRUNCATE bench_row");
    var next = new AtomicInteger();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.submit(() -> {
          try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("INSERT INTO bench_row (id, other, body) VALUES (?, ?, ?)")) {
              for (int at; (at = next.getAndIncrement()) < n; ) {
                for (int row = 0; row < 6; row++) {
                  insert.setLong(1, at * 6L + row);
                  insert.setLong(2, at);
                  insert.setBytes(3, new byte[200]);
                  insert.executeUpdate();
                }
                connection.commit();
              }
            }
            connection.setAutoCommit(true);
          }
          return null;
        });
      }
    }
    double perSecond = n / seconds(start);
    database.execute("DROP TABLE bench_row");
    return perSecond;
  }

  private int post(String series, int at) {
    return posts.post(PATH, Map.of("MessageSid", sid(series, at), "From", "+1%03d555%04d".formatted(200 + Math.floorMod(run + at / 10_000 * 7 + series.hashCode(), 800),
        at % 10_000), "To", SandboxCarriers.SMS_FROM, "Body", TEXTS.get(at % TEXTS.size()), "NumMedia", "0"));
  }

  private String sid(String series, int at) {
    return "SM" + Long.toHexString(run) + series + (at < 0 ? "" : at);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
