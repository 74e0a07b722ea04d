package org.enlacehub.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.enlacehub.testing.BrowserSession;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Inside the product the sandbox is open to everyone, keeps its own frame, and Twilio's credentials do not meet the product's sign-in. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxInProductTest implements TestDatabase {
  private static final String TOKEN = "a-first-token-for-tests-0123456789";
  @Inject EmbeddedServer server;

  @Override
  public Map<String, String> extraProperties() {
    var all = new HashMap<String, String>();
    InsideProduct.properties(0).forEach((name, value) -> all.put(name, value.toString()));
    all.put("enlace.admin-token", TOKEN);
    return all;
  }

  @Test
  void twiliosApiAnswersWhoHasItsToken() throws Exception {
    assertEquals(201, create("Basic " + Base64.getEncoder().encodeToString(
        (SandboxCarriers.ACCOUNT_SID + ":" + SandboxCarriers.AUTH_TOKEN).getBytes())).statusCode());
    var refused = create("Basic d3Jvbmc6d3Jvbmc=");
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("20003"), refused.body());
  }

  @Test
  void thePhoneWorksWithoutSigningIn() {
    try (var browser = BrowserSession.open(server.getURI())) {
      var page = browser.go("/sandbox/phone?who=%2B12065550142&tab=sms&lang=es").page();
      page.fill("#text", "¿Dónde queda el consulado?");
      page.press("#text", "Enter");
      page.locator(".bubble.mine").waitFor();
      assertEquals(java.util.List.of(), browser.complaints());
    }
  }

  @Test
  void aContactFileMayBeAsLargeAsInTheProductAlone() throws Exception {
    var file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nnada\n"
        + "x\n".repeat(5_000_000) + "\r\n--b--\r\n";
    var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(server.getURI().resolve("/api/v1/contacts/imports"))
        .header("Authorization", "Bearer " + TOKEN).header("Content-Type", "multipart/form-data; boundary=b")
        .POST(HttpRequest.BodyPublishers.ofString(file)).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(422, answer.statusCode(), "it is read, and no heading says how to reach people: " + answer.body());
  }

  private HttpResponse<String> create(String authorization) throws Exception {
    var address = server.getURI().resolve(SandboxCarriers.TWILIO_PATH + "/2010-04-01/Accounts/" + SandboxCarriers.ACCOUNT_SID + "/Messages.json");
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).header("Authorization", authorization)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("To=%2B12135550101&From=%2B15005550006&Body=hola")).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
