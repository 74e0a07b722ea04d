package org.enlacehub.inbound.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.Lanes;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.People;
import org.enlacehub.delivery.Priority;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.delivery.StandInCarriers;
import org.enlacehub.inquiry.Inquirers;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An administrator sees how mail does, why something came back, and opens an address again. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailPagesTest implements TestDatabase {
  private final StandInCarriers carriers = new StandInCarriers();
  @Inject EmbeddedServer server;
  @Inject MailboxTurn turn;
  @Inject Lanes lanes;
  @Inject Outbox outbox;
  @Inject People people;
  @Inject Inquirers inquirers;

  @Override
  public Map<String, String> extraProperties() {
    return carriers.properties();
  }

  @AfterAll
  void close() {
    carriers.close();
  }

  @Test
  void whyMailCameBackAndTheWayBack() {
    var person = people.with("email", "bounce.pagina@correo.example.org", "name", "Rosa Caal");
    outbox.enqueue(NewMessage.to(person.id(), Content.text("es", "Su pasaporte está listo")).by(Channel.EMAIL)
        .with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE));
    carriers.delivers("Return-Path: <x@spam.example>\nFrom: Casino <x@spam.example>\nTo: consulado@hub.example.org\nSubject: Oferta\nX-Spam-Flag: YES\nContent-Type: text/html; charset=utf-8\n\n<p>Ruleta <b>en línea</b><script>x()</script><img src=http://x.example/p.gif></p>".getBytes());
    lanes.work("email-1", Duration.ofSeconds(20), Duration.ofMillis(100));
    for (int i = 0; i < 3; i++) {
      turn.run(Duration.ofSeconds(1));
    }
    try (var browser = BrowserSession.open(server.getURI())) {
      browser.signIn(inquirers.officer(null).email(), Inquirers.PASSWORD);
      var page = browser.go("/ajustes/correo?lang=es").look("mail-stand").page();
      assertTrue(page.content().contains("consulado@hub.example.org"));
      page = browser.go("/ajustes/correo/devoluciones").look("mail-failures").page();
      assertTrue(page.content().contains("La dirección no existe"), page.content());
      page.getByText("Volver a usar").click();
      page.getByText("Se volvió a abrir").waitFor();
      browser.go("/ajustes/correo/apartados").look("mail-apart").page().getByText("Oferta").click();
      page.getByText("Con su formato").click();
      page.frameLocator("iframe").getByText("en línea").waitFor();
      browser.look("mail-original");
      browser.go("/ajustes/correo/dominios/hub.example.org").look("mail-domain");
      assertEquals(List.of(), browser.complaints());
    }
  }
}
