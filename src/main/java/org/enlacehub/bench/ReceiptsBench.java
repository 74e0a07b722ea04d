package org.enlacehub.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.enlacehub.platform.id.Ids;

/**
 * Receipts of a campaign by signed webhook over HTTP, two for each message (sent, delivered), until each is committed; beside the bare
 * update of as many rows, a transaction each. The load is made in this process.
 */
public final class ReceiptsBench {
  private static final int CONNECTIONS = 64;
  private static final int BARE_CONNECTIONS = 8;
  private static final int WARM_UP = 2_000;
  private static final List<String> STATES = List.of("sent", "delivered");
  private static final int OK = 200;
  private final PrintStream out;
  private final BenchProduct product;
  private final BenchPeople people;
  private final SignedPosts posts;

  private ReceiptsBench(PrintStream out, BenchProduct product) {
    this.out = out;
    this.product = product;
    this.people = new BenchPeople(product);
    this.posts = new SignedPosts(product);
  }

  /** Runs it for campaigns of these sizes and prints what it found; the database's folder is kept. */
  public static void run(List<Integer> sizes, Path data, PrintStream out) throws SQLException {
    try (var product = BenchProduct.start(data, SignedPosts.settings())) {
      var bench = new ReceiptsBench(out, product);
      bench.take(WARM_UP);
      for (int n : sizes) {
        var taken = bench.take(n);
        out.printf("%,9d receipts: %,.0f/s, answered within %.0f ms (p50), %.0f ms (p99); bare updates, a transaction each, %,.0f/s%n",
            n * STATES.size(), taken.perSecond(), taken.median(), taken.slowest(), taken.bare());
      }
    }
  }

  /** Times in milliseconds. */
  private record Taken(double perSecond, double median, double slowest, double bare) {}

  private Taken take(int n) throws SQLException {
    people.atLeast(n);
    long campaign = product.bean(Ids.class).next();
    people.audience(campaign, n);
    BenchCampaign.expand(product, campaign);
    people.execute("UPDATE message SET state = 'SENT', attempts = 1, sent_at = NOW(6), provider_id = CONCAT('SM', LPAD(HEX(id), 32, '0'))"
        + " WHERE campaign_id = " + campaign);
    var ids = people.numbers("SELECT id FROM message WHERE campaign_id = " + campaign);
    var times = new ConcurrentHistogram(3);
    long start = System.nanoTime();
    int refused = Flood.of(n * STATES.size(), CONNECTIONS, at -> {
      long began = System.nanoTime();
      int status = post(ids.get(at % n), STATES.get(at / n));
      times.recordValue(System.nanoTime() - began);
      return status == OK;
    });
    double perSecond = n * STATES.size() / ((System.nanoTime() - start) / 1e9);
    long delivered = people.number("SELECT COUNT(*) FROM message WHERE campaign_id = " + campaign + " AND state = 'DELIVERED'");
    if (refused > 0 || delivered != n) {
      out.printf("WRONG: %d posts were refused, %d of %d are delivered%n", refused, delivered, n);
    }
    return new Taken(perSecond, times.getValueAtPercentile(50) / 1e6, times.getValueAtPercentile(99) / 1e6, bareUpdates(ids));
  }

  private int post(long id, String status) {
    return posts.post("/webhooks/twilio/status/" + id, Map.of("MessageSid", "SM" + "%032X".formatted(id), "MessageStatus", status,
        "ErrorCode", ""));
  }

  private double bareUpdates(List<Long> ids) {
    long start = System.nanoTime();
    Flood.of(ids.size(), BARE_CONNECTIONS, at -> {
      people.update("UPDATE message SET delivered_at = NOW(6) WHERE id = " + ids.get(at));
      return true;
    });
    return ids.size() / ((System.nanoTime() - start) / 1e9);
  }
}
