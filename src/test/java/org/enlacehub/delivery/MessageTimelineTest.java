package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Timeline;
import org.enlacehub.platform.i18n.Languages;
import org.junit.jupiter.api.Test;

/** What was sent to a person stands on their timeline, for those who may see it. */
@MicronautTest(transactional = false)
class MessageTimelineTest extends SendsByStandIns {
  private static final Actor ADMINISTRATOR = new Actor(1, "A", Set.of(Role.ADMINISTRATOR), null);
  private static final Actor COMMUNICATION = new Actor(2, "C", Set.of(Role.COMMUNICATION), null);
  @Inject Timeline timeline;
  @Inject Languages languages;

  private List<String> told(long contact, Actor actor) {
    return timeline.entries(contact, actor, languages.texts("en"), (field, _) -> field, 50).stream()
        .filter(entry -> entry.kind().equals("message")).map(entry -> entry.text()).toList();
  }

  private static Actor officerOf(String desk) {
    return new Actor(3, "O", Set.of(Role.OFFICER), desk);
  }

  @Test
  void tellsChannelStateReasonAndTheBeginningOfTheText() {
    var person = people.withPhone();
    outbox.enqueue(service(person, "Su pasaporte\nestá listo.", Channel.SMS));
    work("sms-1");
    assertEquals(List.of("SMS: Sent\nSu pasaporte está listo."), told(person.id(), ADMINISTRATOR));
    var nowhere = people.with("email", "x" + System.nanoTime() + "@example.org");
    outbox.enqueue(service(nowhere, "Hola", Channel.SMS));
    work("sms-1");
    assertEquals(List.of("SMS: Not sent\nThe contact has no address for this channel."), told(nowhere.id(), ADMINISTRATOR));
  }

  @Test
  void anInquirysMessagesAreForThoseWhoReadInquiriesAndADesksForThatDesk() {
    var person = people.with("phone", People.number(), "area", "US-CA", "city", "Los Angeles");
    outbox.enqueue(service(person, "Aviso", Channel.SMS));
    outbox.enqueue(service(person, "Respuesta", Channel.SMS).asReply(77));
    assertEquals(2, told(person.id(), ADMINISTRATOR).size());
    assertEquals(1, told(person.id(), COMMUNICATION).size());
    assertEquals(2, told(person.id(), officerOf(person.consulate())).size());
    assertEquals(0, told(person.id(), officerOf("GT-US-HOU")).size());
  }
}
