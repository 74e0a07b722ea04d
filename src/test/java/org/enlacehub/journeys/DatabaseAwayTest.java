package org.enlacehub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.EnlaceProcess;
import org.enlacehub.testing.TwilioCall;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database stands still, then dies, under the running product. */
class DatabaseAwayTest {
  private static final String MIGRANT = "+12135550123";
  private static final Duration SOON = Duration.ofSeconds(90);

  @Test
  void whatIsAskedIsToldAndAllGoesOnByItself(@TempDir Path data) throws IOException {
    try (var product = EnlaceProcess.start(Map.of("ENLACE_PORT", "0", "ENLACE_DATA_DIR", data.toString()), "demo")) {
      assertEquals(200, new Browserless(product.address()).get("/health").statusCode());
      signal("STOP", data);
      var ill = new Browserless(product.address()).get("/health");
      assertEquals(503, ill.statusCode());
      assertTrue(ill.body().contains("ENLACE_DB_URL"), ill.body());
      assertEquals(200, new Browserless(product.address()).get("/health/liveness").statusCode(), "nobody should restart the product for it");
      assertEquals(503, new TwilioCall(product.address()).message("SM" + "c".repeat(32), MIGRANT, "quiero renovar mi pasaporte"),
          "the carrier must not believe that a message was taken in");
      signal("KILL", data);
      Until.isTrue("the database is started again", SOON, () -> new Browserless(product.address()).get("/health").statusCode() == 200);
      assertEquals(200, new TwilioCall(product.address()).message("SM" + "c".repeat(32), MIGRANT, "quiero renovar mi pasaporte"));
      Until.isTrue("the person is answered", SOON,
          () -> new Browserless(product.address()).get("/sandbox/book?to=%2B12135550123").body().contains("Ref"));
    }
  }

  private static void signal(String signal, Path data) throws IOException {
    var pid = Files.readString(data.resolve("mariadb/mariadbd.pid")).strip();
    assertEquals(0, new ProcessBuilder("kill", "-" + signal, pid).start().onExit().join().exitValue());
  }
}
