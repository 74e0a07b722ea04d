package org.enlacehub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.testing.EnlaceProcess;
import org.enlacehub.testing.TestServer;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a campaign, with a carrier in another process that remembers: everybody once, nobody twice. */
class KilledTest {
  private static final String ADMIN = "killed-test-admin-token";
  private static final Pattern TO = Pattern.compile("\"to\":\"(\\+\\d+)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void afterKillNineACampaignGoesOnByItselfAndNobodyGetsItTwice(@TempDir Path data) throws IOException, InterruptedException {
    try (var sandbox = EnlaceProcess.start(Map.of(), "sandbox", "--port", "0", "--smtp-port", "0", "--imap-port", "0")) {
      var environment = new HashMap<>(Map.of("ENLACE_PORT", "0", "ENLACE_DATA_DIR", data.toString(), "ENLACE_ADMIN_TOKEN", ADMIN,
          "TWILIO_API_URL", sandbox.address() + SandboxCarriers.TWILIO_PATH, "TWILIO_ACCOUNT_SID", SandboxCarriers.ACCOUNT_SID,
          "TWILIO_AUTH_TOKEN", SandboxCarriers.AUTH_TOKEN, "ENLACE_SMS_FROM", SandboxCarriers.SMS_FROM,
          "ENLACE_CAMPAIGNS_DIR", Path.of("src/test/resources/fixtures/journeys/campaigns").toAbsolutePath().toString()));
      environment.putAll(TestServer.environment());
      String id;
      try (var product = EnlaceProcess.start(environment, "demo")) {
        Until.isTrue("the demo's people are there", Duration.ofMinutes(1), () -> post(product, "/api/v1/audiences/count",
            "{\"query\": \"country = US and passport_expires < 180d\"}").matches("(?s).*\"count\":([5-9]\\d|\\d{3,}).*"));
        var source = Files.readString(Path.of("src/test/resources/fixtures/journeys/campaigns/aviso-de-prueba.yml"))
            .replace("approvals: 1", "approvals: 0");
        id = field(post(product, "/api/v1/campaigns", source), "id");
        post(product, "/api/v1/campaigns/" + id + "/submit", "{}");
        post(product, "/api/v1/campaigns/" + id + "/schedule", "{\"now\": true}");
        Until.isTrue("some have left", Duration.ofSeconds(60), () -> sent(sandbox) >= 15);
        product.kill();
      }
      long before = sent(sandbox);
      try (var again = EnlaceProcess.start(environment, "demo")) {
        Until.isTrue("it is completed", Duration.ofMinutes(4), () -> get(again, "/api/v1/campaigns/" + id).contains("\"state\":\"COMPLETED\""));
        var campaign = get(again, "/api/v1/campaigns/" + id);
        var perNumber = new HashMap<String, Integer>();
        var matches = TO.matcher(book(sandbox));
        while (matches.find()) {
          perNumber.merge(matches.group(1), 1, Integer::sum);
        }
        perNumber.forEach((_, times) -> assertEquals(1, times, "somebody got it more than once"));
        long suppressed = Long.parseLong(field(campaign, "suppressed"));
        long recipients = Long.parseLong(field(campaign, "recipients"));
        // A number that the carrier refuses never enters its book.
        long refused = get(again, "/api/v1/campaigns/" + id + "/messages?state=FAILED&limit=200").split("\"state\":\"failed\"", -1).length - 1;
        assertEquals(recipients - suppressed - refused, perNumber.size(), "somebody was left out");
        assertTrue(before < perNumber.size(), "the process was killed in the middle");
      }
    }
  }

  private static long sent(EnlaceProcess sandbox) {
    return TO.matcher(book(sandbox)).results().count();
  }

  private static String book(EnlaceProcess sandbox) {
    return send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox/book?limit=1000")).build());
  }

  private static String get(EnlaceProcess product, String path) {
    return send(HttpRequest.newBuilder(URI.create(product.address() + path)).header("Authorization", "Bearer " + ADMIN).build());
  }

  private static String post(EnlaceProcess product, String path, String body) {
    return send(HttpRequest.newBuilder(URI.create(product.address() + path)).header("Authorization", "Bearer " + ADMIN)
        .header("Content-Type", body.startsWith("{") ? "application/json" : "application/yaml").POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private static String send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String field(String json, String name) {
    var found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
    assertTrue(found.find(), () -> "no " + name + " in " + json);
    return found.group(1);
  }
}
