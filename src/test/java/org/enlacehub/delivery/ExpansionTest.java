package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Merges;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.Purpose;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A campaign's audience becomes messages: each person once, whatever is repeated. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpansionTest implements TestDatabase {
  private static final Instant DUE = Instant.parse("2027-01-15T16:00:00Z");
  private static final ExpandCampaign.Due AT_ONCE = ExpandCampaign.Due.forAll(DUE);
  private final StandInCarriers carriers = new StandInCarriers();
  @Inject Outbox outbox;
  @Inject Messages messages;
  @Inject People people;
  @Inject Merges merges;
  @Inject Lanes lanes;
  @Inject Clock clock;
  private final List<Contact> everyone = new ArrayList<>();
  private long content;

  @Override
  public Map<String, String> extraProperties() {
    return carriers.properties();
  }

  @AfterAll
  void close() {
    carriers.close();
  }

  @BeforeAll
  void audience() throws SQLException {
    content = outbox.saveContent(Content.text("es", "Hola"), Quiet.OF_COUNTRY);
    for (int i = 0; i < 23; i++) {
      everyone.add(switch (i % 4) {
        case 0 -> people.with("phone", People.number(), "area", "California");
        case 1 -> people.with("whatsapp", People.number(), "area", "New York");
        case 2 -> people.with("email", "p" + i + "." + System.nanoTime() + "@example.org");
        default -> people.with("phone", People.number(), "email", "q" + i + "." + System.nanoTime() + "@example.org");
      });
    }
    try (var connection = TestServer.connect(); var insert = connection.prepareStatement("INSERT INTO audience_member VALUES (?, ?)")) {
      for (var person : everyone) {
        insert.setLong(1, 9);
        insert.setLong(2, person.id());
        insert.executeUpdate();
      }
    }
  }

  private ExpandCampaign window(long campaign, long after, List<Channel> channels, ExpandCampaign.Due due,
      ExpandCampaign.Share share) {
    return new ExpandCampaign(campaign, 1, content, 9, Purpose.INFORMATION, channels, Duration.ofHours(4),
        due, Spread.NONE, Duration.ofHours(48), share, after, 5);
  }

  private int expandAll(long campaign, List<Channel> channels, ExpandCampaign.Due due, ExpandCampaign.Share share) {
    int added = 0;
    var result = outbox.expand(window(campaign, 0, channels, due, share));
    added += result.messages();
    while (!result.done()) {
      result = outbox.expand(window(campaign, result.lastContact(), channels, due, share));
      added += result.messages();
    }
    return added;
  }

  @Test
  void everyoneIsThereOnceHoweverOftenItIsExpanded() {
    var order = List.of(Channel.WHATSAPP, Channel.SMS, Channel.EMAIL);
    assertEquals(23, expandAll(71, order, AT_ONCE, ExpandCampaign.Share.ALL));
    assertEquals(0, expandAll(71, order, AT_ONCE, ExpandCampaign.Share.ALL));
    var totals = outbox.totals(71);
    assertEquals(23, totals.all().recipients());
    assertEquals(23, totals.all().queued());
    var byChannel = messages.ofCampaign(71, null, null, 100).stream()
        .collect(Collectors.groupingBy(MessageView::channel, Collectors.counting()));
    assertEquals(Map.of("sms", 11L, "whatsapp", 6L, "email", 6L), byChannel);
  }

  @Test
  void twoRecordsThatTurnOutToBeOnePersonGetItOnce() throws SQLException {
    var kept = people.with("phone", People.number());
    var other = people.with("phone", People.number());
    var third = people.with("phone", People.number());
    try (var connection = TestServer.connect(); var insert = connection.prepareStatement("INSERT INTO audience_member VALUES (?, ?)")) {
      for (var person : List.of(other, third)) {
        insert.setLong(1, 11);
        insert.setLong(2, person.id());
        insert.executeUpdate();
      }
    }
    var now = clock.instant();
    outbox.expand(new ExpandCampaign(79, 1, outbox.saveContent(Content.text("es", "Una vez"), Quiet.NONE), 11, Purpose.SERVICE,
        List.of(Channel.SMS), Duration.ofHours(4), ExpandCampaign.Due.forAll(now), Spread.NONE, Duration.ofHours(48),
        ExpandCampaign.Share.ALL, 0, 50));
    var staff = Origin.staff(Actor.system("test"), "test");
    merges.merge(kept.id(), other.id(), staff);
    merges.merge(kept.id(), third.id(), staff);
    lanes.work("sms-1", Duration.ofSeconds(20), Duration.ofMillis(50));
    var states = messages.ofCampaign(79, null, null, 10).stream().collect(Collectors.groupingBy(MessageView::state, Collectors.counting()));
    assertEquals(Map.of("sent", 1L, "cancelled", 1L), states);
  }

  @Test
  void everyoneGetsItAtTheirOwnHour() {
    var west = DUE.plus(Duration.ofHours(2));
    expandAll(72, List.of(Channel.SMS, Channel.EMAIL), new ExpandCampaign.Due(DUE, ExpandCampaign.Place.TIME_ZONE, Map.of("America/Los_Angeles", west)),
        ExpandCampaign.Share.ALL);
    var view = messages.ofContact(everyone.getFirst().id(), null, 10, SendsByStandIns.ALL).stream().filter(m ->
        "72".equals(m.campaignId()))
        .findFirst().orElseThrow();
    assertEquals(west, view.dueAt());
    assertEquals(west.plus(Duration.ofHours(48)), view.expiresAt());
    var other = messages.ofContact(everyone.get(1).id(), null, 10, SendsByStandIns.ALL).stream().filter(m ->
        "72".equals(m.campaignId()))
        .findFirst().orElseThrow();
    assertEquals(DUE, other.dueAt());
  }

  @Test
  void theHourOfTheirConsulateCounts() throws SQLException {
    var consulate = "GT-US-NYC";
    var theirs = Long.toString(everyone.get(1).id());
    try (var connection = TestServer.connect(); var update = connection.createStatement()) {
      update.executeUpdate("UPDATE contact SET consulate = '" + consulate + "' WHERE id = " + theirs);
    }
    var east = DUE.plus(Duration.ofHours(1));
    expandAll(76, List.of(Channel.SMS), new ExpandCampaign.Due(DUE, ExpandCampaign.Place.CONSULATE, Map.of(consulate, east)),
        ExpandCampaign.Share.ALL);
    var due = messages.ofCampaign(76, null, null, 100).stream()
        .collect(Collectors.toMap(MessageView::contactId, MessageView::dueAt));
    assertEquals(east, due.remove(theirs));
    assertEquals(Set.of(DUE), Set.copyOf(due.values()));
  }

  @Test
  void sharesOfATestMeetEveryoneOnce() {
    var order = List.of(Channel.SMS);
    int half = expandAll(73, order, AT_ONCE, new ExpandCampaign.Share(0, 50));
    int rest = expandAll(73, order, AT_ONCE, new ExpandCampaign.Share(50, 100));
    assertEquals(23, half + rest);
    assertTrue(half > 0 && rest > 0);
  }

  @Test
  void aCancelledCampaignSendsNothingMore() {
    expandAll(74, List.of(Channel.SMS), AT_ONCE, ExpandCampaign.Share.ALL);
    while (outbox.cancelCampaign(74, "stopped", 10) > 0) {
      // Until nothing is left.
    }
    assertEquals(0, outbox.totals(74).all().queued());
    assertEquals(23, outbox.totals(74).all().cancelled());
    assertTrue(outbox.totals(74).all().settled());
  }

  @Test
  void pagesOfMessagesMeetEachOnce() {
    expandAll(75, List.of(Channel.SMS), AT_ONCE, ExpandCampaign.Share.ALL);
    var seen = new ArrayList<String>();
    Long after = null;
    while (true) {
      var page = messages.ofCampaign(75, after, null, 4);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(m -> seen.add(m.id()));
      after = Long.valueOf(page.getLast().id());
    }
    assertEquals(23, seen.size());
    assertEquals(23, seen.stream().distinct().count());
  }
}
