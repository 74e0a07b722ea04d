package org.enlacehub.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.Audiences;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ConsentState;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.id.Ids;

/** Counting and fixing audiences, beside the INSERT … SELECT that a person would write by hand for the same people, in the same run. */
public final class AudienceBench {
  private static final int ROUNDS = 7;
  private static final DeskScope ALL = new DeskScope.All();
  /** Queries, each with the condition that means the same people, written for speed. */
  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put("all", "c.state = 'ACTIVE'");
    QUERIES.put("country = US and area in (CA, TX) and language in (quc, mam)",
        "c.state = 'ACTIVE' AND c.country = 'US' AND c.area IN ('US-CA', 'US-TX') AND c.language IN ('quc', 'mam')");
    QUERIES.put("country = US and passport_expires < 2027-03-01 and consent.sms = information and not tag = returned",
        "c.state = 'ACTIVE' AND c.country = 'US' AND EXISTS (SELECT 1 FROM contact_attribute x WHERE x.contact_id = c.id"
            + " AND x.field = 'passport_expires' AND x.date_value < '2027-03-01') AND EXISTS (SELECT 1 FROM contact_address a"
            + " WHERE a.contact_id = c.id AND (a.granted & ~a.withdrawn & %d) <> 0) AND NOT EXISTS (SELECT 1 FROM contact_tag t"
            + " WHERE t.contact_id = c.id AND t.tag = 'returned')");
    QUERIES.put("within 40km of (34.05, -118.24)", "c.state = 'ACTIVE' AND c.lat BETWEEN 33.69 AND 34.41 AND c.lon BETWEEN -118.68 AND"
        + " -117.80 AND ST_Distance_Sphere(POINT(c.lon, c.lat), POINT(-118.24, 34.05)) <= 40000");
  }

  private AudienceBench() {}

  /**
   * Runs it and prints what it found.
   *
   * @param sizes people in the database at each step, ascending; those who are there already stay
   * @param data folder of the bench's database
   */
  public static void run(List<Integer> sizes, Path data, PrintStream out) throws Exception {
    try (var product = BenchProduct.start(data, Map.of())) {
      var people = new BenchPeople(product);
      out.printf("medians of %d rounds in turn, ms; ratio to the bare INSERT … SELECT%n", ROUNDS);
      for (int n : sizes) {
        people.atLeast(n, Diaspora::person);
        people.execute("ANALYZE TABLE contact, contact_address, contact_attribute, contact_tag");
        out.printf("%,d people%n", people.number("SELECT COUNT(*) FROM contact"));
        for (var query : QUERIES.entrySet()) measure(product, people, query.getKey(), query.getValue(), out);
      }
    }
  }

  private static void measure(BenchProduct product, BenchPeople people, String query, String condition, PrintStream out) throws Exception {
    var audiences = product.bean(Audiences.class);
    var ids = product.bean(Ids.class);
    var bare = new Rounds();
    var snapshot = new Rounds();
    var count = new Rounds();
    var written = condition.replace("%d", Integer.toString(ConsentState.bits(EnumSet.of(Channel.SMS),
        EnumSet.of(Purpose.INFORMATION))));
    for (int i = 0; i < ROUNDS; i++) {
      long id = ids.next();
      long bareId = ids.next();
      bare.time(() -> people.execute("INSERT INTO audience_member (snapshot_id, contact_id) SELECT " + bareId + ", c.id FROM contact c WHERE "
          + written));
      snapshot.time(() -> audiences.snapshot(query, id, ALL));
      count.time(() -> audiences.count(query, ALL));
      long ours = audiences.people(id);
      long theirs = people.number("SELECT COUNT(*) FROM audience_member WHERE snapshot_id = " + bareId);
      if (ours != theirs) out.printf("WRONG: %d people in ours, %d in the bare one%n", ours, theirs);
      if (i == 0) out.printf("  %s: %,d people%n", query, ours);
      audiences.forget(id);
      audiences.forget(bareId);
    }
    out.printf("    bare %,8.1f   snapshot %,8.1f (%.2f)   count by channel and language %,8.1f (%.2f)%n", bare.median(), snapshot.median(),
        snapshot.median() / bare.median(), count.median(), count.median() / bare.median());
  }
}
