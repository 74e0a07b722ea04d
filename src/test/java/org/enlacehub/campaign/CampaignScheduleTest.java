package org.enlacehub.campaign;

import static org.enlacehub.campaign.CampaignStage.APPROVER;
import static org.enlacehub.campaign.CampaignStage.AUTHOR;
import static org.enlacehub.campaign.CampaignStage.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlacehub.delivery.MessageView;
import org.enlacehub.delivery.Messages;
import org.enlacehub.delivery.People;
import org.enlacehub.testing.NothingByItself;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When campaigns go out: zones, summer time, rules, people's own dates, and what becomes of a time that was missed. */
@MicronautTest(transactional = false)
class CampaignScheduleTest extends NothingByItself {
  private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
  @Inject Campaigns campaigns;
  @Inject CampaignWork work;
  @Inject CampaignStage stage;
  @Inject Messages messages;
  @Inject People people;

  CampaignScheduleTest() {
    super(NOW);
  }

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.sms-from", "+15005550006");
  }

  @BeforeEach
  void time() {
    clock.set(NOW);
  }

  /** Moves to a moment, and looks as often as a sweep would in a minute. */
  private void at(String moment) {
    clock.set(Instant.parse(moment));
    for (int i = 0; i < 12; i++) {
      work.sweep();
    }
  }

  private Map<String, Instant> due(long id) {
    return messages.ofCampaign(id, null, null, 200).stream().collect(Collectors.toMap(MessageView::contactId, MessageView::dueAt));
  }

  /** A person whose passport expires on a day. */
  private String expiring(String tag, String day) {
    return Long.toString(people.with("phone", People.number(), "tags", tag, "passport_expires", day, "timezone", "America/Guatemala").id());
  }

  private void zone(String contact, String zone, String consulate) {
    CampaignStage.sql("UPDATE contact SET timezone = '" + zone + "', consulate = '" + consulate + "' WHERE id = " + contact);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      winter,             2027-01-15T10:00, 2027-01-15T18:00:00Z, 2027-01-15T15:00:00Z
      the hour skipped,   2027-03-14T02:30, 2027-03-14T10:30:00Z, 2027-03-14T07:30:00Z
      the hour repeated,  2027-11-07T01:30, 2027-11-07T08:30:00Z, 2027-11-07T05:30:00Z
      """)
  void eachPersonGetsItAtTheirOwnHour(String label, String at, Instant west, Instant east) {
    var tag = "zona" + label.hashCode();
    var a = expiring(tag, "2030-01-01");
    var b = expiring(tag, "2030-01-01");
    zone(a, "America/Los_Angeles", "GT-US-NYC");
    zone(b, "America/New_York", "GT-US-LAX");
    long id = stage.scheduled(tag, tag, "schedule: {at: " + at + ", zone: recipient}");
    assertEquals(CampaignState.SCHEDULED, stage.state(id));
    at(west.minus(Duration.ofHours(10)).toString());
    assertEquals(Map.of(a, west, b, east), due(id));
    long byConsulate = stage.scheduled(tag + "-c", tag, "schedule: {at: " + at + ", zone: consulate}");
    at(west.minus(Duration.ofHours(9)).toString());
    assertEquals(Map.of(a, east, b, west), due(byConsulate), "the hour of their consulate");
  }

  @Test
  void aRuleThatCountsIsOverAfterSoManyTimes() {
    stage.crowd("cuenta", 2);
    long id = stage.scheduled("cuenta", "cuenta", "schedule: {rrule: \"FREQ=WEEKLY;COUNT=2\", at: \"10:00\", zone: America/Guatemala}");
    for (var day = LocalDate.parse("2027-01-11"); day.isBefore(LocalDate.parse("2027-02-10")); day = day.plusDays(1)) {
      at(day + "T16:00:10Z");
    }
    assertEquals(List.of("2027-01-11T16:00:00Z", "2027-01-18T16:00:00Z"),
        campaigns.runs(id).stream().map(r -> r.plannedAt().toString()).toList());
    assertNull(stage.campaign(id).nextStart());
  }

  @Test
  void aRecurringCampaignThatWasDownForWeeksIsMadeUpOnceAndTheRestIsReported() {
    stage.crowd("semanal", 1);
    long id = stage.scheduled("semanal", "semanal", "schedule: {rrule: \"FREQ=WEEKLY\", at: \"10:00\", zone: America/Guatemala}");
    at("2027-02-02T03:00:00Z");
    assertEquals(1, campaigns.runs(id).size());
    assertEquals(List.of("create", "submit", "schedule", "late", "skip", "skip", "skip"), stage.acts(id).stream().sorted(
        java.util.Comparator.comparingInt(List.of("create", "submit", "schedule", "late", "skip")::indexOf)).toList());
    assertEquals(Instant.parse("2027-02-08T16:00:00Z"), stage.campaign(id).nextStart());
  }

  @Test
  void peoplesOwnDatesAreMadeUpDayByDayAfterAnOutage() {
    var first = expiring("fechas", "2027-01-20");
    var second = expiring("fechas", "2027-01-22");
    var far = expiring("fechas", "2027-09-01");
    long id = stage.scheduled("fechas", "fechas", "schedule: {relativeTo: passport_expires, offsets: [-7d], at: \"10:00\", zone: recipient}");
    at("2027-01-17T17:00:00Z");
    assertEquals(Map.of(first, Instant.parse("2027-01-13T16:00:00Z"), second, Instant.parse("2027-01-15T16:00:00Z")), due(id));
    assertTrue(!due(id).containsKey(far) && stage.acts(id).contains("late"));
    assertTrue(stage.campaign(id).nextStart().isAfter(clock.instant()), "it has caught up");
  }

  @Test
  void peoplesOwnDatesThatWereMissedAreSkippedAndReportedWhereTheCampaignSaysSo() {
    expiring("saltar", "2027-01-20");
    long id = stage.scheduled("saltar", "saltar",
        "schedule: {relativeTo: passport_expires, offsets: [-7d], at: \"10:00\", zone: recipient, missed: skip}");
    at("2027-01-15T17:00:00Z");
    assertEquals(Map.of(), due(id));
    assertEquals(4, stage.acts(id).stream().filter("skip"::equals).count(), "12, 13, 14 and 15 January");
  }

  @Test
  void whatWouldBeStaleWhenItIsMadeUpIsSkipped() {
    expiring("viejo", "2027-01-20");
    long id = stage.scheduled("viejo", "viejo", "schedule: {relativeTo: passport_expires, offsets: [-7d], at: \"10:00\", zone: recipient}",
        "expires: 24h");
    at("2027-01-20T17:00:00Z");
    assertEquals(Map.of(), due(id));
    assertTrue(stage.acts(id).contains("skip"));
  }

  @Test
  void aMomentThatWasMissedIsMadeUpOrTheCampaignExpires() {
    stage.crowd("tarde", 1);
    long late = stage.scheduled("tarde", "tarde", "schedule: {at: 2027-01-12T10:00, zone: America/Guatemala}");
    long skip = stage.scheduled("omitida", "tarde", "schedule: {at: 2027-01-12T10:00, zone: America/Guatemala, missed: skip}");
    at("2027-01-13T16:00:00Z");
    assertEquals(1, due(late).size());
    assertEquals(CampaignState.EXPIRED, stage.state(skip));
    assertEquals(List.of("create", "submit", "schedule", "skip", "expire"), stage.acts(skip));
    assertInstanceOf(CampaignOutcome.NotNow.class, campaigns.cancel(skip, AUTHOR));
  }

  @Test
  void whatNobodyScheduledInTimeExpires() {
    stage.crowd("olvido", 1);
    long approved = stage.approved("olvido", "olvido", "schedule: {at: 2027-01-12T10:00, zone: America/Guatemala}", "expires: 24h");
    long inReview = stage.draft("sin-aprobar", "olvido", "approvals: 1", "schedule: {at: 2027-01-12T10:00, zone: America/Guatemala, missed: skip}");
    long patient = stage.approved("sin-prisa", "olvido", "schedule: {at: 2027-01-12T10:00, zone: America/Guatemala}");
    done(campaigns.submit(inReview, AUTHOR));
    at("2027-01-13T15:00:00Z");
    assertEquals(CampaignState.APPROVED, stage.state(approved), "a day is not over");
    assertEquals(CampaignState.EXPIRED, stage.state(inReview));
    at("2027-01-13T17:00:00Z");
    assertEquals(CampaignState.EXPIRED, stage.state(approved));
    assertEquals(CampaignState.APPROVED, stage.state(patient), "it says no end");
    assertInstanceOf(CampaignOutcome.Refused.class, campaigns.schedule(patient, APPROVER, false), "its time has passed");
    done(campaigns.schedule(patient, APPROVER, true));
  }

  @Test
  void changingTheTimeNeverSendsTwice() {
    stage.crowd("mover", 3);
    long id = stage.scheduled("mover", "mover", "schedule: {at: 2027-01-12T10:00, zone: America/Guatemala}");
    at("2027-01-12T16:00:05Z");
    assertEquals(3, due(id).size());
    assertInstanceOf(CampaignOutcome.NotNow.class, campaigns.schedule(id, AUTHOR, true), "it runs already");
    done(campaigns.pause(id, AUTHOR));
    done(campaigns.resume(id, AUTHOR));
    at("2027-01-13T16:00:05Z");
    assertEquals(1, campaigns.runs(id).size());
    assertEquals(3, due(id).size());
  }
}
