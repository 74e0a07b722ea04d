package org.enlacehub.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The signature against the example that the libraries of Standard Webhooks are tested with. */
class SignatureTest {

  @Test
  void isThatOfTheSpecification() {
    assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Signature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}"));
  }

  @Test
  void secretsDiffer() {
    assertTrue(Signature.newSecret().startsWith("whsec_"));
    assertNotEquals(Signature.newSecret(), Signature.newSecret());
  }
}
