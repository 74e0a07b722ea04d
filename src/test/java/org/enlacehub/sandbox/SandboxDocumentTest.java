package org.enlacehub.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.enlacehub.sandbox.mail.AddressBehaviour;
import org.enlacehub.sandbox.twilio.Effect;
import org.enlacehub.sandbox.twilio.NumberBehaviour;
import org.enlacehub.sandbox.twilio.Status;
import org.junit.jupiter.api.Test;

/** docs/sandbox.md says what the sandbox does. */
class SandboxDocumentTest {

  @Test
  void theTableOfNumbersIsTheCode() throws IOException {
    var expected = Arrays.stream(NumberBehaviour.values())
        .map(b -> "| " + b.digits() + " | " + b.name() + " | " + words(b.on(false)) + " | " + words(b.on(true)) + " |").toList();
    var written = new ArrayList<>(Files.readAllLines(Path.of("docs/sandbox.md")));
    written.removeIf(line -> !line.matches("\\| \\d\\d \\|.*"));
    assertEquals(String.join("\n", expected), String.join("\n", written));
  }

  @Test
  void everyAddressThatMisbehavesIsListed() throws IOException {
    var text = Files.readString(Path.of("docs/sandbox.md"));
    Arrays.stream(AddressBehaviour.values()).skip(1)
        .forEach(behaviour -> assertTrue(text.contains("\n| " + behaviour.word() + " | "), behaviour.word()));
  }

  private static String words(Effect effect) {
    return switch (effect) {
      case Effect.Refuse(var error) -> error.status() + ", " + error.code();
      case Effect.RefuseFirst(var error) -> "first times " + error.status() + ", " + error.code();
      case Effect.End(var status, var code) -> status.word() + " " + code;
      case Effect.Stay(var status) -> "stays " + (status == Status.SENT ? "sent" : "queued");
      case Effect.LoseResponse() -> "booked, connection closed";
      case Effect.LoseRequest() -> "connection closed, not booked";
      case Effect.SlowAnswer() -> "booked, answered late";
      case Effect.GarbledAnswer() -> "booked, 201 with rubbish";
      case Effect.ProxyError() -> "502 with HTML, not booked";
      case Effect.Late() -> "delivered late";
      case Effect.TwiceTold() -> "delivered, receipts twice";
      case Effect.Shuffled() -> "delivered, receipts in reverse";
      case Effect.Deliver() -> "delivered";
    };
  }
}
