package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.Surge.Act;
import org.enlacehub.inquiry.Surge.Done;
import org.enlacehub.inquiry.Surge.Result;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many at once: each for itself, none of them urgent, none of another desk. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurgeTest implements TestDatabase {
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject InquiryReader reader;
  @Inject Surge surge;
  private Actor officer;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @BeforeAll
  void anOfficer() {
    officer = inquirers.officer("GT-US-LAX").actor();
  }

  private String lastWords(long id) {
    return reader.open(id, officer, null, 50).orElseThrow().lines().stream().filter(l -> l.entry().authorId() != null).toList().getLast().entry().body();
  }

  @Test
  void everyoneGetsTheirOwnNameAndReference() {
    var ana = inquirers.writes(inquirers.person("given_name", "Ana"), Inquirers.PASSPORT);
    var unknown = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    surge.run(officer, List.of(ana.id(), unknown.id(), ana.id()), Act.ANSWER, "Buenos días{{given_name}}. Ref. {{ reference }}", null);
    assertEquals("Buenos días, Ana. Ref. " + ana.reference(), lastWords(ana.id()));
    assertEquals("Buenos días. Ref. " + unknown.reference(), lastWords(unknown.id()));
    assertEquals(InquiryState.WAITING, reader.find(ana.id(), officer).orElseThrow().state());
  }

  @Test
  void urgentClosedAndForeignOnesAreLeftAsTheyAre() {
    var plain = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    var urgent = inquirers.writes(inquirers.person(), Inquirers.DANGER);
    var ended = inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    inquiries.close(ended.id(), officer, "answered");
    var foreign = inquirers.writes(inquirers.person(), Inquirers.PASSPORT.replace("los angeles california", "houston texas"));
    assertEquals("GT-US-HOU", foreign.desk());
    var ids = List.of(plain.id(), urgent.id(), ended.id(), foreign.id(), 4711L);
    assertEquals(List.of(new Done(plain.id(), plain.reference(), Result.DONE), new Done(urgent.id(), urgent.reference(), Result.URGENT),
        new Done(ended.id(), ended.reference(), Result.CLOSED)), surge.run(officer, ids, Act.CLOSE, null, "answered"));
    assertTrue(reader.find(plain.id(), officer).orElseThrow().closed());
    assertEquals(InquiryState.OPEN, reader.find(urgent.id(), officer).orElseThrow().state());
  }
}
