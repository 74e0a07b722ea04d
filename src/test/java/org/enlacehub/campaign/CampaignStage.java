package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.delivery.DeliverySweepJob;
import org.enlacehub.delivery.DeliveryTotals;
import org.enlacehub.delivery.Lanes;
import org.enlacehub.delivery.People;
import org.enlacehub.testing.TestServer;

/** The people and acts of the tests of this room. */
@Singleton
class CampaignStage {
  static final Actor AUTHOR = new Actor(11, "Ana", Set.of(Role.COMMUNICATION), null);
  static final Actor APPROVER = new Actor(12, "Beto", Set.of(Role.COMMUNICATION), null);
  static final Actor ANOTHER = new Actor(13, "Carla", Set.of(Role.COMMUNICATION), null);
  private static final Duration TURN = Duration.ofSeconds(20);
  private static final Duration IDLE = Duration.ofMillis(50);
  private final Campaigns campaigns;
  private final CampaignWork work;
  private final Lanes lanes;
  private final People people;
  private final DeliverySweepJob deliveries;

  CampaignStage(Campaigns campaigns, CampaignWork work, Lanes lanes, People people, DeliverySweepJob deliveries) {
    this.campaigns = campaigns;
    this.work = work;
    this.lanes = lanes;
    this.people = people;
    this.deliveries = deliveries;
  }

  /** So many people with telephones under a tag of their own. */
  void crowd(String tag, int n) {
    for (int i = 0; i < n; i++) {
      people.with("phone", People.number(), "tags", tag);
    }
  }

  /** A definition: a service message by SMS to the people of a tag, at once, at any hour; more lines replace those. */
  static String source(String id, String tag, String... lines) {
    var all = new java.util.LinkedHashMap<String, String>();
    for (var line : ("id: " + id + "\ntitle: {es: T, en: T}\npurpose: service\naudience: tag = " + tag + "\ntext: {es: Hola " + id
        + ", en: Hello " + id + "}\nchannels: [sms]\nschedule: now\nquietHours: none\n" + String.join("\n", lines)).strip().split("\n")) {
      all.put(line.substring(0, line.indexOf(':')), line);
    }
    if (all.containsKey("template")) {
      all.remove("text");
    }
    return String.join("\n", all.values()) + "\n";
  }

  long draft(String id, String tag, String... lines) {
    return done(campaigns.create(AUTHOR, source(id, tag, lines))).id();
  }

  /** Written, submitted and, where that is needed, approved. */
  long approved(String id, String tag, String... lines) {
    long made = draft(id, tag, lines);
    if (done(campaigns.submit(made, AUTHOR)).state() == CampaignState.IN_REVIEW) {
      done(campaigns.approve(made, APPROVER));
    }
    assertEquals(CampaignState.APPROVED, state(made));
    return made;
  }

  /** Approved and scheduled as it says. */
  long scheduled(String id, String tag, String... lines) {
    long made = approved(id, tag, lines);
    done(campaigns.schedule(made, AUTHOR, false));
    return made;
  }

  /** Scheduled, and what is due has become messages. */
  long running(String id, String tag, String... lines) {
    long made = scheduled(id, tag, lines);
    work.sweep();
    return made;
  }

  static Campaign done(CampaignOutcome outcome) {
    return assertInstanceOf(CampaignOutcome.Done.class, outcome).campaign();
  }

  void lanesAreWell() {
    lanes.all().forEach(lane -> lanes.resume(lane.lane()));
  }

  /** Everything that is due leaves; then the sweeps of both rooms look. */
  void send() {
    lanes.all().forEach(lane -> lanes.work(lane.lane(), TURN, IDLE));
    deliveries.execute(null);
    work.sweep();
  }

  Campaign campaign(long id) {
    return campaigns.find(id).orElseThrow();
  }

  CampaignState state(long id) {
    return campaign(id).state();
  }

  DeliveryTotals totals(long id) {
    return campaigns.totals(id).all();
  }

  /** What happened by itself and by people, oldest first, without the details. */
  List<String> acts(long id) {
    return campaigns.events(id, 100).reversed().stream().map(CampaignEvent::act).toList();
  }

  static void sql(String statement) {
    try (var connection = TestServer.connect(); var update = connection.createStatement()) {
      update.executeUpdate(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
