package org.enlacehub.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.enlacehub.delivery.Lanes;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.sandbox.twilio.LoopbackTwilio;

/**
 * Dispatch of a campaign through the real SDK to a loopback stand-in, beside a raw SDK loop with the same number of connections
 * in the same run. Durability, encryption, consent and suppression checks, rendering and counters are on, as in the product.
 */
public final class DispatchBench {
  private static final int CONNECTIONS = 16;
  private static final int WARM_UP = 3_000;
  private final PrintStream out;
  private final BenchProduct product;
  private final BenchPeople people;
  private final LoopbackTwilio carrier;
  private long campaign;

  private DispatchBench(PrintStream out, BenchProduct product, LoopbackTwilio carrier) {
    this.out = out;
    this.product = product;
    this.people = new BenchPeople(product);
    this.carrier = carrier;
  }

  /**
   * Runs it and prints what it found.
   *
   * @param sizes messages of each run, for example 10,000 and 200,000
   * @param data folder of the bench's database; kept, so that a second run need not make its people again
   */
  public static void run(List<Integer> sizes, Path data, PrintStream out) throws SQLException, InterruptedException {
    try (var carrier = LoopbackTwilio.start(); var product = BenchProduct.start(data, Map.of(
        "twilio.account-sid", SandboxCarriers.ACCOUNT_SID, "twilio.auth-token", SandboxCarriers.AUTH_TOKEN, "twilio.api-url",
        carrier.url(),
        "enlace.sms-from", SandboxCarriers.SMS_FROM, "enlace.rate.sms", "0", "enlace.connections.sms",
        Integer.toString(CONNECTIONS)))) {
      new DispatchBench(out, product, carrier).run(sizes);
    }
  }

  /** {@code [sizes…]}; 10,000 and 200,000 without any. */
  public static void main(String[] sizes) throws SQLException, InterruptedException {
    var wanted = sizes.length == 0 ? List.of(10_000, 200_000) : Arrays.stream(sizes).map(Integer::valueOf).toList();
    run(wanted, Path.of("target/bench"), System.out);
  }

  private void run(List<Integer> sizes) throws SQLException, InterruptedException {
    var raw = new RawTwilioLoop(carrier.url(), CONNECTIONS);
    raw.run(WARM_UP, text());
    people.atLeast(WARM_UP);
    dispatch(WARM_UP);
    out.printf("%d connections, %d processors%n", CONNECTIONS, Runtime.getRuntime().availableProcessors());
    for (int n : sizes) {
      people.atLeast(n);
      long cpu = cpu();
      double before = raw.run(n, text());
      double rawCost = (cpu() - cpu) / 1e3 / n;
      var ours = dispatch(n);
      double after = raw.run(n, text());
      double beside = (before + after) / 2;
      out.printf("%,9d messages: ours %,7.0f/s, raw SDK %,7.0f/s (%,.0f before, %,.0f after): %.0f %%%n", n, ours.perSecond(), beside,
          before, after, 100 * ours.perSecond() / beside);
      out.printf("          processor time a message, stand-in included: ours %.0f µs and %.0f µs in the database, raw %.0f µs; "
          + "heap after %d MB%n", ours.cost(), ours.databaseCost(), rawCost, heap());
      out.printf("          expansion %,.0f/s, a bare INSERT … SELECT %,.0f/s%n", ours.expanded(), ours.bareExpanded());
    }
  }

  /** Costs in microseconds a message. */
  private record Measured(double perSecond, double cost, double databaseCost, double expanded, double bareExpanded) {}

  private Measured dispatch(int n) throws SQLException, InterruptedException {
    campaign = product.bean(Ids.class).next();
    people.audience(campaign, n);
    double bare = bareExpansion(n);
    long start = System.nanoTime();
    BenchCampaign.expand(product, campaign);
    double expanded = n / seconds(start);
    var outbox = product.bean(Outbox.class);
    long sentBefore = carrier.count();
    long cpu = cpu();
    long databaseCpu = databaseCpu();
    start = System.nanoTime();
    var lane = Thread.ofPlatform().start(() -> product.bean(Lanes.class).work("sms-1"));
    // A lane waits a little for more before its turn ends; that is no part of the time.
    while (carrier.count() - sentBefore < n || outbox.totals(campaign).all().queued() > 0) {
      Thread.sleep(carrier.count() - sentBefore < n ? 20 : 2);
      if (!lane.isAlive() && outbox.totals(campaign).all().queued() > 0) {
        lane = Thread.ofPlatform().start(() -> product.bean(Lanes.class).work("sms-1"));
      }
    }
    double perSecond = n / seconds(start);
    double cost = (cpu() - cpu) / 1e3 / n;
    double databaseCost = (databaseCpu() - databaseCpu) / 1e3 / n;
    lane.join();
    var totals = outbox.totals(campaign).all();
    if (totals.sent() != n || carrier.count() - sentBefore != n) {
      out.printf("WRONG: %d messages, %s, the carrier has %d%n", n, totals, carrier.count() - sentBefore);
    }
    return new Measured(perSecond, cost, databaseCost, expanded, bare);
  }

  /** The least that an expansion does: the same rows, by one statement, with constants. */
  private double bareExpansion(int n) throws SQLException {
    people.execute("CREATE TABLE IF NOT EXISTS bench_message LIKE message");
    people.execute("TRUNCATE bench_message");
    long start = System.nanoTime();
    people.execute("INSERT INTO bench_message (id, contact_id, content_id, channel, lane, state, priority, flow, due_at, purpose, campaign_id,"
        + " run, step, created_at) SELECT contact_id, contact_id, 1, 'SMS', 'sms-1', 'QUEUED', 3, 1, NOW(6), 'SERVICE', 1, 1, 0, NOW(6)"
        + " FROM audience_member WHERE snapshot_id = " + campaign);
    double perSecond = n / seconds(start);
    people.execute("DROP TABLE bench_message");
    return perSecond;
  }

  private static String text() {
    return "Consulado General en Los Angeles (Guatemala): Rosa, su pasaporte vence el 12 de enero de 2027. Ya puede pedir cita para renovarlo."
        + " Tiene preguntas? Responda este mensaje. Responda ALTO para no recibir avisos.";
  }

  /** Nanoseconds of processor time of this process. */
  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  /** The same of the embedded database, which is a child of ours; 0 for a database elsewhere. */
  private static long databaseCpu() {
    return ProcessHandle.current().descendants().mapToLong(p -> p.info().totalCpuDuration().map(Duration::toNanos).orElse(0L)).sum();
  }

  private static long heap() {
    System.gc();
    var memory = Runtime.getRuntime();
    return (memory.totalMemory() - memory.freeMemory()) / 1_000_000;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
