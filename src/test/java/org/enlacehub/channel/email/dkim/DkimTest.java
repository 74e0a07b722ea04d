package org.enlacehub.channel.email.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we sign holds with whoever checks it, and what was changed on the way does not. */
class DkimTest {
  private static final DkimKey KEY = DkimKey.generate("enlace.example", "e1");
  private static final String MAIL = """
      From: =?UTF-8?Q?Consulado?= <c@enlace.example>\r
      To: maria@correo.example\r
      Subject: Su pasaporte\r
       vence pronto\r
      Date: Mon, 12 Jan 2026 10:00:00 +0000\r
      Message-ID: <m1@enlace.example>\r
      List-Unsubscribe: <https://enlace.example/u/x>\r
      List-Unsubscribe-Post: List-Unsubscribe=One-Click\r
      \r
      Hola  María,\t \r
      \r
      adiós \r
      \r
      \r
      """;
  /** The example of RFC 8463, appendix A, and the keys that it names. */
  private static final String EXAMPLE = """
      DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
       d=football.example.com; i=@football.example.com;
       q=dns/txt; s=test; t=1528637909; h=from : to : subject :
       date : message-id : from : subject : date;
       bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
       b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
       DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
       dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
      From: Joe SixPack <joe@football.example.com>
      To: Suzie Q <suzie@shopping.example.net>
      Subject: Is dinner ready?
      Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
      Message-ID: <20030712040037.46341.5F8J@football.example.com>

      Hi.

      We lost the game.  Are you hungry yet?

      Joe.
      """;
  private static final String EXAMPLE_KEY = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/b"
      + "yYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB";

  private static String signed(String mail) {
    return "DKIM-Signature: " + DkimSigner.sign(mail.getBytes(StandardCharsets.UTF_8), KEY, Instant.EPOCH) + "\r\n" + mail;
  }

  @Test
  void theVerifierAgreesWithTheStandardsOwnExample() throws Exception {
    var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(EXAMPLE_KEY)));

    assertEquals(List.of(true), DkimVerifier.verify(EXAMPLE, key, "SHA256withRSA"));
    assertEquals(List.of(false), DkimVerifier.verify(EXAMPLE.replace("hungry", "thirsty"), key, "SHA256withRSA"));
  }

  @Test
  void whatWeSignHolds() throws Exception {
    assertEquals(List.of(true), DkimVerifier.verify(signed(MAIL), KEY.publicKey(), "SHA256withRSA"));
  }

  @ParameterizedTest(name = "body {0}")
  @ValueSource(strings = {"", "\r\n", "x", "x\r\n\r\n\r\n", "\r\n\r\nx", " \t\r\n", "a \r\n b\r\n", "lone\nfeeds\n\n", "\r\n \r\n x \t y"})
  void everyBodyHolds(String body) throws Exception {
    var mail = MAIL.substring(0, MAIL.indexOf("\r\n\r\n") + 4) + body;

    assertEquals(List.of(true), DkimVerifier.verify(signed(mail), KEY.publicKey(), "SHA256withRSA"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Hola|Adiós", "vence|venció", "maria@|otra@", "One-Click|Two-Click"})
  void whatWasChangedDoesNot(String change) throws Exception {
    var words = change.split("\\|");

    assertEquals(List.of(false), DkimVerifier.verify(signed(MAIL).replace(words[0], words[1]), KEY.publicKey(), "SHA256withRSA"));
  }

  @Test
  void aSecondSenderBreaksIt() throws Exception {
    var mail = signed(MAIL).replace("To: maria", "From: thief@evil.example\r\nTo: maria");

    assertEquals(List.of(false), DkimVerifier.verify(mail, KEY.publicKey(), "SHA256withRSA"));
  }

  @Test
  void spacesAddedOnTheWayDoNoHarm() throws Exception {
    assertEquals(List.of(true), DkimVerifier.verify(signed(MAIL).replace("Hola  María,\t ", "Hola María,").replace("Subject: Su", "subject:  Su"),
        KEY.publicKey(), "SHA256withRSA"));
  }
}
