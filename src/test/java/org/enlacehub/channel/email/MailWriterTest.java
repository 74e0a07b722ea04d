package org.enlacehub.channel.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.enlacehub.channel.Outgoing;
import org.enlacehub.channel.Outgoing.MailParts;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.email.reading.MailReader;
import org.enlacehub.contact.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as they leave: headers that say what they are, and no value that could add another. */
class MailWriterTest {
  private static final Sender SENDER = sender("Consulado en Los Ángeles, California <c@enlace.example>");

  private static Sender sender(String from) {
    return new Sender("mail", Channel.EMAIL, from, 1, 1, Set.of(), Set.of(), Sender.WhenUncertain.ASK);
  }

  private static String written(Sender sender, String subject, String html, MailParts parts) throws Exception {
    var out = new ByteArrayOutputStream();
    MailWriter.write(Session.getInstance(new Properties()), sender, new Outgoing(1, "m@correo.example", html == null ? "Hola" : "", subject, html, null,
        Map.of(), null, null, null, parts), new InternetAddress("m@correo.example"), Instant.EPOCH).writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static MailParts parts(String value) {
    return new MailParts("<m1.x@enlace.example>", value, List.of(value), null, null, URI.create("https://enlace.example/u/t"), true, value, value);
  }

  @ParameterizedTest(name = "[{index}]")
  @ValueSource(strings = {"x\r\nBcc: thief@evil.example", "x\nBcc: thief@evil.example", "x\rBcc: thief@evil.example", "x\u2028Bcc: thief@evil.example",
      "x\r\n\r\nBcc: thief@evil.example", "x\u0000\r\n Bcc: thief@evil.example", "x\u0085Bcc: thief@evil.example"})
  void noValueAddsAHeaderOrABody(String hostile) throws Exception {
    for (var mail : List.of(written(SENDER, hostile, null, parts("<a@b>")), written(SENDER, "x", null, parts("<a@b> " + hostile)),
        written(sender("Cons" + hostile + " <c@enlace.example>"), "x", null, parts("<a@b>")))) {
      var read = MailReader.read(mail.getBytes(StandardCharsets.UTF_8));
      assertFalse(read.headers().has("bcc"), mail);
      assertEquals("Hola", read.text().strip());
      assertEquals("m@correo.example", read.recipients().getFirst().address());
    }
  }

  @Test
  void bulkMailSaysSoAndHowToLeave() throws Exception {
    var headers = MailReader.read(written(SENDER, "Año nuevo", null, parts("<campaign-1.enlace.example>")).getBytes(StandardCharsets.UTF_8)).headers();

    assertEquals("<https://enlace.example/u/t>", headers.text("list-unsubscribe"));
    assertEquals("List-Unsubscribe=One-Click", headers.text("list-unsubscribe-post"));
    assertEquals("<campaign-1.enlace.example>", headers.text("list-id"));
    assertEquals("auto-replied", headers.text("auto-submitted"));
    assertTrue(headers.has("feedback-id"));
  }

  @Test
  void aNameWithACommaIsOneSender() throws Exception {
    var read = MailReader.read(written(SENDER, "Año nuevo", null, null).getBytes(StandardCharsets.UTF_8));

    assertEquals("Consulado en Los Ángeles, California", read.from().name());
    assertEquals("c@enlace.example", read.from().address());
    assertEquals("Año nuevo", read.subject());
  }

  @Test
  void htmlAloneGetsATextPart() throws Exception {
    var read = MailReader.read(written(SENDER, "x", "<p>Hola <b>María</b></p><p>adiós</p>", null).getBytes(StandardCharsets.UTF_8));

    assertEquals("Hola María\n\nadiós", read.text().strip().replace("\r", ""));
    assertTrue(read.html().contains("<b>María</b>"));
  }
}
