package org.enlacehub.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Twilio's codes, words and signatures mean. */
class TwilioTablesTest {

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(textBlock = """
      429, 20429, TryLater
      429, 0,     TryLater
      503, 0,     TryLater
      500, 20500, Uncertain
      502, 0,     Uncertain
      302, 0,     Uncertain
      400, 21211, Refused
      400, 21614, Refused
      400, 21408, Refused
      400, 21610, OptedOut
      400, 63016, Refused
      400, 99999, Refused
      401, 20003, OurFault
      401, 0,     OurFault
      403, 0,     OurFault
      404, 20404, OurFault
      429, 63017, TryLater
      400, 63018, TryLater
      400, 63051, OurFault
      400, 30034, OurFault
      """)
  void anAnswerSaysWhatToDoNext(int status, int code, String outcome) {
    assertEquals(outcome, TwilioErrors.outcome(status, code, Duration.ZERO).getClass().getSimpleName());
  }

  @ParameterizedTest
  @CsvSource({"queued,ON_ITS_WAY", "accepted,ON_ITS_WAY", "Sent,ON_ITS_WAY", "DELIVERED,DELIVERED", "read,READ",
      "undelivered,UNDELIVERED",
      "failed,FAILED", "canceled,FAILED"})
  void statusWordsHaveOneMeaning(String word, TwilioStatus status) {
    assertEquals(Optional.of(status), TwilioStatus.of(word));
  }

  @Test
  void wordsOfInboundMessagesMeanNothing() {
    assertEquals(Optional.empty(), TwilioStatus.of("received"));
  }

  @Test
  void signaturesAreThoseOfTheSdk() throws Exception {
    var url = "https://enlace.example/webhooks/twilio/inbound?a=1";
    var fields = Map.of("From", "+12135550101", "To", "+15005550006", "Body", "¿Está lista? ñ", "NumMedia", "0");
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec("token".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    var text = new StringBuilder(url);
    new TreeMap<>(fields).forEach((k, v) -> text.append(k).append(v));
    var signature = Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertTrue(new RequestValidator("token").validate(url, fields, signature));
    var lists = fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    assertTrue(new TwilioSignature("token").valid(url, lists, signature));
    assertFalse(new TwilioSignature("token").valid(url + "&b=2", lists, signature));
    assertFalse(new TwilioSignature("other").valid(url, lists, signature));
    assertFalse(new TwilioSignature("token").valid(url, lists, null));
    assertFalse(new TwilioSignature(null).valid(url, lists, signature));
  }
}
