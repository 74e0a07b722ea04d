package org.enlacehub.campaign;

import static org.enlacehub.campaign.CampaignStage.ANOTHER;
import static org.enlacehub.campaign.CampaignStage.APPROVER;
import static org.enlacehub.campaign.CampaignStage.AUTHOR;
import static org.enlacehub.campaign.CampaignStage.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlacehub.delivery.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From draft to end: who may do what when, what happens once, and what stops by itself. */
@MicronautTest(transactional = false)
class CampaignLifeTest extends LeavesByStandIns {
  private static final int PEOPLE = 12;
  @Inject CampaignWork work;
  @Inject CampaignStarts starts;

  CampaignLifeTest() {
    super(3);
  }

  @BeforeAll
  void people() {
    stage.crowd("feria", PEOPLE);
  }

  @Test
  void aSecondPersonApproves() {
    long id = stage.draft("dos-personas", "feria", "purpose: information", "quietHours: {from: \"21:00\", to: \"08:00\"}", "approvals: 1");
    assertInstanceOf(CampaignOutcome.NotNow.class, campaigns.schedule(id, AUTHOR, true), "a draft cannot leave");
    done(campaigns.submit(id, AUTHOR));
    assertInstanceOf(CampaignOutcome.OwnWork.class, campaigns.approve(id, AUTHOR));
    assertInstanceOf(CampaignOutcome.NotNow.class, campaigns.rewrite(id, AUTHOR, CampaignStage.source("dos-personas", "feria")),
        "words that are judged stay");
    done(campaigns.reject(id, APPROVER, "la fecha"));
    done(campaigns.rewrite(id, ANOTHER, CampaignStage.source("dos-personas", "feria", "purpose: information", "approvals: 1",
        "quietHours: {from: \"21:00\", to: \"08:00\"}")));
    done(campaigns.submit(id, AUTHOR));
    assertInstanceOf(CampaignOutcome.OwnWork.class, campaigns.approve(id, ANOTHER), "whoever changed the words wrote them too");
    assertEquals(CampaignState.APPROVED, done(campaigns.approve(id, APPROVER)).state());
    assertEquals(List.of("create", "submit", "reject", "edit", "submit", "approve"), stage.acts(id));
    done(campaigns.cancel(id, AUTHOR));
  }

  @Test
  void anEmergencyNeedsEachOfItsApprovers() {
    long id = stage.draft("redada", "feria", "purpose: emergency", "approvals: 2");
    done(campaigns.submit(id, AUTHOR));
    assertEquals(CampaignState.IN_REVIEW, done(campaigns.approve(id, APPROVER)).state());
    assertEquals(CampaignState.IN_REVIEW, done(campaigns.approve(id, APPROVER)).state(), "one person counts once");
    assertEquals(CampaignState.APPROVED, done(campaigns.approve(id, ANOTHER)).state());
    done(campaigns.cancel(id, AUTHOR));
  }

  @Test
  void twoWhoPressTogetherStartItOnce() throws Exception {
    long id = stage.approved("a-la-vez", "feria");
    var outcomes = together(() -> campaigns.schedule(id, AUTHOR, true), () -> campaigns.schedule(id, APPROVER, true));
    assertEquals(1, outcomes.stream().filter(CampaignOutcome.Done.class::isInstance).count());
    assertEquals(1, outcomes.stream().filter(CampaignOutcome.NotNow.class::isInstance).count(), "the other is told");
    Callable<Boolean> node = () -> {
      work.start(id);
      return true;
    };
    together(node, node, node, node);
    work.sweep();
    assertEquals(1, campaigns.runs(id).size());
    assertEquals(PEOPLE, stage.totals(id).recipients());
    stage.send();
    assertEquals(CampaignState.COMPLETED, stage.state(id));
    assertEquals(PEOPLE, stage.totals(id).sent());
  }

  private static <T> List<T> together(Callable<T>... acts) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<T>();
      for (var result : threads.invokeAll(List.of(acts))) {
        all.add(result.get());
      }
      return all;
    }
  }

  @Test
  void whatADeadNodeHadBegunIsFinishedAndNothingIsDoubled() {
    long id = stage.scheduled("caida", "feria");
    assertTrue(starts.begin(id), "the node dies after this");
    assertEquals(0, stage.totals(id).recipients());
    work.sweep();
    assertEquals(PEOPLE, stage.totals(id).recipients());
    // As if it had died before it could note how far it was.
    CampaignStage.sql("UPDATE campaign_run SET state = 'EXPANDING', after_contact = 0, expanded_at = NULL WHERE campaign_id = " + id);
    work.sweep();
    assertEquals(PEOPLE, stage.totals(id).recipients());
    stage.send();
    assertEquals(PEOPLE, stage.totals(id).sent());
    assertEquals(CampaignState.COMPLETED, stage.state(id));
  }

  @Test
  void pausedMessagesWaitAndGoOn() {
    long id = stage.running("pausa", "feria");
    done(campaigns.pause(id, APPROVER));
    stage.send();
    assertEquals(0, stage.totals(id).sent());
    assertEquals(CampaignState.PAUSED, stage.state(id));
    done(campaigns.resume(id, AUTHOR));
    stage.send();
    assertEquals(PEOPLE, stage.totals(id).sent());
    assertEquals(CampaignState.COMPLETED, stage.state(id));
    assertInstanceOf(CampaignOutcome.NotNow.class, campaigns.resume(id, AUTHOR));
  }

  @Test
  void whatIsPausedBeforeItsMessagesExistMakesNoneUntilItGoesOn() {
    long id = stage.scheduled("pausa-temprana", "feria");
    assertTrue(starts.begin(id));
    done(campaigns.pause(id, AUTHOR));
    work.sweep();
    assertEquals(0, stage.totals(id).recipients());
    done(campaigns.resume(id, AUTHOR));
    work.sweep();
    assertEquals(PEOPLE, stage.totals(id).recipients());
    done(campaigns.cancel(id, AUTHOR));
  }

  @Test
  void aCancelledCampaignMakesAndSendsNothingMore() {
    long begun = stage.scheduled("cancelada", "feria");
    assertTrue(starts.begin(begun));
    done(campaigns.cancel(begun, AUTHOR));
    work.sweep();
    assertEquals(0, stage.totals(begun).recipients());
    assertNotNull(campaigns.runs(begun).getFirst().expandedAt(), "nobody goes on with it");
    long made = stage.running("cancelada-tarde", "feria");
    done(campaigns.cancel(made, AUTHOR));
    stage.send();
    assertEquals(PEOPLE, stage.totals(made).cancelled());
    assertEquals(0, stage.totals(made).sent());
  }

  @Test
  void everyCancelledCampaignIsCalledBackHoweverManyThereAre() {
    long id = stage.running("la-ultima", "feria");
    var others = new ArrayList<String>();
    for (int i = 1; i <= 60; i++) {
      others.add("(" + i + ", 'otra-" + i + "', 'x', 'CANCELLED', 'service', 11, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
    }
    CampaignStage.sql("INSERT INTO campaign (id, slug, source, state, purpose, author_id, created_at, changed_at) VALUES "
        + String.join(", ", others));
    CampaignStage.sql("UPDATE campaign SET state = 'CANCELLED' WHERE id = " + id);
    work.sweep();
    assertEquals(PEOPLE, stage.totals(id).cancelled());
  }

  @Test
  void itIsNotDoneWhileAnotherChannelMayFollow() {
    people.with("phone", People.number(), "email", "ambos@example.org", "tags", "ambos");
    long id = stage.running("dos-canales", "ambos", "channels: [sms, email]", "fallbackAfter: 4h");
    stage.send();
    assertEquals(1, stage.totals(id).sent());
    assertEquals(CampaignState.RUNNING, stage.state(id), "the mail may follow");
    clock.tick(Duration.ofHours(4).plusMinutes(1));
    stage.send();
    stage.send();
    assertEquals(2, stage.totals(id).sent());
    assertEquals(CampaignState.COMPLETED, stage.state(id));
  }

  @Test
  void itStopsAtItsBudgetUntilAPersonLetsItGoOn() {
    stage.crowd("caro", 40);
    long id = stage.running("presupuesto", "caro", "budget: {amount: 0.05, currency: USD}", "pace: {spreadOver: 10h}");
    clock.tick(Duration.ofHours(5));
    stage.send();
    assertEquals(CampaignState.PAUSED, stage.state(id));
    assertEquals("budget", stage.campaign(id).stopReason());
    long sent = stage.totals(id).sent();
    clock.tick(Duration.ofHours(6));
    stage.send();
    assertEquals(sent, stage.totals(id).sent(), "nothing leaves while it is stopped");
    done(campaigns.resume(id, APPROVER));
    stage.send();
    assertEquals(40, stage.totals(id).sent());
    assertEquals(CampaignState.COMPLETED, stage.state(id));
  }

  @Test
  void itStopsWhenTooManyFail() {
    for (int i = 0; i < 80; i++) {
      people.with("phone", "+1" + (400 + i) + "5550160", "tags", "malos");
    }
    long id = stage.running("fallos", "malos", "pace: {spreadOver: 10h}");
    clock.tick(Duration.ofHours(9));
    stage.send();
    assertEquals(CampaignState.PAUSED, stage.state(id), () -> stage.totals(id).toString());
    assertEquals("failures", stage.campaign(id).stopReason());
    assertTrue(stage.acts(id).contains("stop"));
    done(campaigns.cancel(id, AUTHOR));
  }

  @Test
  void itStopsBeforeTheFirstMessageWhenTheAudienceHasGrownBeyondWhatWasMeant() {
    stage.crowd("crece", 2);
    long id = stage.scheduled("crece", "crece", "expects: 2");
    stage.crowd("crece", 1);
    work.sweep();
    assertEquals(CampaignState.PAUSED, stage.state(id));
    assertEquals("audience", stage.campaign(id).stopReason());
    assertEquals(0, stage.totals(id).recipients());
    done(campaigns.resume(id, APPROVER));
    work.sweep();
    assertEquals(3, stage.totals(id).recipients());
    done(campaigns.cancel(id, AUTHOR));
  }

  @Test
  void wordsCannotBeChangedWhileItRuns() {
    long id = stage.running("editada", "feria");
    var outcome = campaigns.rewrite(id, AUTHOR, CampaignStage.source("editada", "feria", "text: {es: Otra cosa, en: Else}"));
    assertEquals(CampaignState.RUNNING, assertInstanceOf(CampaignOutcome.NotNow.class, outcome).state());
    assertEquals("Hola editada", campaigns.definition(stage.campaign(id)).text().get("es"));
    done(campaigns.cancel(id, AUTHOR));
  }

  @Test
  void wordsByLanguageReachEachInTheirOwn() {
    var spanish = people.with("phone", People.number(), "tags", "idiomas", "language", "quc");
    var english = people.with("phone", People.number(), "tags", "idiomas", "language", "en");
    long id = stage.draft("fraude", "idiomas", "quietHours: none");
    done(campaigns.rewrite(id, AUTHOR, CampaignStage.source("fraude", "idiomas").replaceAll("(?m)^text:.*$",
        "template: alerta-fraude\nvalues: {fraud: {es: gente que pide dinero, en: people who ask for money}}")));
    done(campaigns.submit(id, AUTHOR));
    done(campaigns.schedule(id, AUTHOR, true));
    work.sweep();
    stage.send();
    assertTrue(carriers.bookOf(spanish.addresses().getFirst().value()).getFirst().details().body().contains("Hay gente que pide dinero"));
    assertTrue(carriers.bookOf(english.addresses().getFirst().value()).getFirst().details().body().contains("people who ask for money"));
  }
}
