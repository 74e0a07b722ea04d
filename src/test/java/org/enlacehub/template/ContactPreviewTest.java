package org.enlacehub.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.SaveOutcome;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A text as one contact would get it. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactPreviewTest implements TestDatabase {
  private static final DeskScope ALL = new DeskScope.All();
  @Inject Previews previews;
  @Inject Templates templates;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  private Contact person;

  @BeforeAll
  void somebody() {
    var draft = reader.read(Map.of("given_name", "Lucía", "phone", "+12135550188", "country", "US", "area", "California",
        "language", "quc",
        "passport_expires", "2027-03-01"), null).draft();
    var origin = Origin.staff(new Actor(1, "Ana", Set.of(Role.ADMINISTRATOR), null), "test");
    person = assertInstanceOf(SaveOutcome.Saved.class, contacts.create(draft, origin)).contact();
  }

  private Rendered preview(String template, Map<String, Object> more, DeskScope scope) {
    return previews.of(templates.get(template), new PreviewRequest(Long.toString(person.id()), more, null, "sms"), scope);
  }

  @Test
  void fillsInWhatTheRecordHolds() {
    var rendered = preview("pasaporte-por-vencer", null, ALL);
    assertTrue(rendered.body().contains("Lucia, su pasaporte vence el lunes 1 de marzo de 2027"), rendered::body);
    assertEquals("quc", rendered.asked());
    assertEquals("es", rendered.language());
  }

  @Test
  void saysNothingThatIsNotKnownOfThisPerson() {
    var rendered = preview("acuse-urgente", null, ALL);
    assertTrue(rendered.body().contains("911"), rendered::body);
    assertFalse(rendered.body().contains("555 0199"), "the sample of the duty line is nobody's number");
  }

  @Test
  void wantsWhatOnlyTheCampaignKnows() {
    assertEquals(Set.of("event"),
        Set.copyOf(assertThrows(ValuesRefused.class, () -> preview("emergencia-esta-a-salvo", null, ALL)).missing()));
    var event = Map.of("es", "el huracán", "en", "the hurricane");
    assertTrue(preview("emergencia-esta-a-salvo", Map.of("event", event), ALL).body().contains("por el huracan"));
  }

  @Test
  void anotherDeskFindsNobody() {
    assertThrows(ProblemException.class, () -> preview("pasaporte-por-vencer", null, new DeskScope.Only("GT-US-NYC")));
  }
}
