package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.inquiry.urgent.Alarms;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All missions share one number: an officer of another desk finds nothing of an inquiry by any route, not even a count. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskScopeTest implements TestDatabase {
  private static final String WORDS = "MARCAPRIVADA quiero renovar mi pasaporte, vivo en los angeles california";
  private static final String NAME = "Nombreprivado Deprueba";
  @Inject Doors doors;
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject Feed feed;
  @Inject Alarms alarms;
  private Doors.Secret secret;
  private Staff houston;
  private Doors.Visitor theirs;
  private Doors.Visitor ours;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @BeforeAll
  void aMatterInLosAngeles() {
    var matter = inquirers.writes(inquirers.person("name", NAME), WORDS);
    var officer = inquirers.officer("GT-US-LAX");
    inquiries.grade(matter.id(), officer.actor(), 1, "para la prueba");
    secret = new Doors.Secret(matter, alarms.of(matter.id()).getFirst().id(),
        List.of("MARCAPRIVADA", "Nombreprivado", matter.reference(), Long.toString(matter.contactId())));
    houston = inquirers.officer("GT-US-HOU");
    theirs = doors.as(houston);
    ours = doors.as(officer);
  }

  @Test
  void noRouteShowsAnythingToAnotherDesk() {
    assertEquals(Set.of(), theirs.finds(secret));
    assertEquals(200, ours.page("/bandeja/" + secret.matter().id()).code(), "its own desk sees it");
    assertEquals(1, ours.inquiries(""));
  }

  @Test
  void noListCountOrSearchHasIt() {
    for (var query : List.of("", "?desk=GT-US-LAX", "?severity=1", "?state=OPEN", "?reference=" + secret.matter().reference())) {
      assertEquals(0, theirs.inquiries(query), query);
    }
    assertFalse(theirs.page("/bandeja").body().contains("class=\"count"), "not even a count");
    assertFalse(theirs.page("/bandeja?ref=" + secret.matter().reference()).body().contains("queue-row"));
    assertTrue(ours.page("/bandeja").body().contains("class=\"count"));
    assertFalse(theirs.page("/urgente/aviso").body().contains("alarm-take"));
    assertTrue(ours.page("/urgente/aviso").body().contains("alarm-take"));
    assertFalse(theirs.page("/guardias").body().contains(secret.matter().reference()));
  }

  @Test
  void noEventTellsOfIt() {
    var heard = new ArrayList<Feed.News>();
    var reader = feed.news(houston.actor()).subscribe(heard::add);
    inquiries.note(secret.matter().id(), Actor.system("test"), "algo nuevo");
    feed.look();
    reader.dispose();
    assertEquals(List.of(), heard);
  }
}
