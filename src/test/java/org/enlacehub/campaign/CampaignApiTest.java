package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of /api/v1/campaigns, by real requests with real tokens. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignApiTest implements TestDatabase {
  private static final String BOOTSTRAP = "first-administrators-token";
  private static final String PATH = "/api/v1/campaigns";
  private static final String GOOD = """
      {"id": "ID", "title": {"es": "Aviso", "en": "Notice"}, "purpose": "information", "audience": "tag = api",
       "text": {"es": "Hola ID", "en": "Hello ID"}, "channels": ["sms"], "schedule": "now", "approvals": 1, "expires": "48h"}""";
  @Inject EmbeddedServer server;
  @Inject CampaignStage stage;
  @Inject CampaignWork work;
  private Browserless author;
  private Browserless approver;
  private Browserless officer;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.admin-token", BOOTSTRAP, "enlace.quartz.autostart", "false", "enlace.sms-from", "+15005550006");
  }

  @BeforeAll
  void staff() {
    author = staff("ana", "\"communication\"");
    approver = staff("beto", "\"communication\"");
    officer = staff("carla", "\"officer\"], \"desk\": \"GT-US-LAX\", \"scopes\": [");
    stage.crowd("api", 3);
  }

  private Browserless staff(String name, String roles) {
    var admin = api(BOOTSTRAP);
    var made = admin.postJson("/api/v1/accounts", "{\"name\": \"" + name + "\", \"email\": \"" + name + "@example.org\", \"roles\": [" + roles + "]}");
    assertEquals(201, made.statusCode(), made.body());
    return api(field(admin.postJson("/api/v1/accounts/" + field(made, "id") + "/tokens", "{}"), "token"));
  }

  private Browserless api(String token) {
    return new Browserless(server.getURI()).with("Sec-Fetch-Site", null).with("Accept", "application/json").with("Authorization", "Bearer " + token);
  }

  private static String field(HttpResponse<String> response, String name) {
    var found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(response.body());
    assertTrue(found.find(), response.body());
    return found.group(1);
  }

  private String create(String name) {
    var made = author.postJson(PATH, GOOD.replace("ID", name));
    assertEquals(201, made.statusCode(), made.body());
    assertEquals("DRAFT", field(made, "state"));
    return PATH + "/" + field(made, "id");
  }

  private static void is(int status, String state, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(state, field(answer, "state"));
  }

  private static void refused(int status, String slug, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals("application/problem+json", answer.headers().firstValue("content-type").orElse(""));
    assertEquals("/problems/" + slug, field(answer, "type"));
  }

  @Test
  void fromDraftToItsMessages() {
    var path = create("camino");
    is(200, "IN_REVIEW", author.postJson(path + "/submit", "{}"));
    refused(403, "own-campaign", author.postJson(path + "/approve", "{}"));
    is(200, "DRAFT", approver.postJson(path + "/reject", "{\"reason\": \"falta la fecha\"}"));
    is(200, "IN_REVIEW", author.postJson(path + "/submit", "{}"));
    is(200, "APPROVED", approver.postJson(path + "/approve", "{}"));
    refused(409, "campaign-state", author.postJson(path + "/submit", "{}"));
    is(200, "SCHEDULED", author.postJson(path + "/schedule", "{\"now\": true}"));
    work.sweep();
    is(200, "PAUSED", author.postJson(path + "/pause", "{}"));
    is(200, "RUNNING", author.postJson(path + "/resume", "{}"));
    var campaign = author.get(path);
    is(200, "RUNNING", campaign);
    assertEquals("3", field(campaign, "recipients"));
    assertEquals("3", field(campaign, "queued"));
    assertTrue(campaign.body().contains("falta la fecha") && campaign.body().contains("\"act\":\"start\""), campaign.body());
    var first = author.get(path + "/messages?limit=2");
    assertEquals(2, first.body().split("\"channel\":\"sms\"", -1).length - 1, first.body());
    var rest = author.get(path + "/messages?limit=2&cursor=" + field(first, "next"));
    assertEquals(1, rest.body().split("\"channel\":\"sms\"", -1).length - 1, rest.body());
    assertEquals(200, author.get(PATH + "/camino").statusCode(), "by its name too");
    is(200, "CANCELLED", author.postJson(path + "/cancel", "{}"));
    assertEquals("3", field(author.get(path), "cancelled"));
    refused(409, "campaign-state", author.postJson(path + "/resume", "{}"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      no purpose          | "purpose": "information",   |                                          | /purpose
      an odd channel      | ["sms"]                     | ["sms", "fax"]                           | /channels
      a field with a slip | "expires"                   | "expire"                                 | /expire
      no such field       | tag = api                   | lenguage = es                            | /audience
      one language only   | , "en": "Hello ID"}         | }                                        | /text
      no such time        | "schedule": "now"           | "schedule": {"at": "mañana"}             | /schedule/at
      no such date        | "schedule": "now"           | "schedule": {"relativeTo": "x", "offsets": ["-1d"]} | /schedule/relativeTo
      no such template    | "text": {"es": "Hola ID", "en": "Hello ID"} | "template": "alerta-fraudes" | /template
      """)
  void whatIsWrongIsToldWithPointers(String label, String good, String wrong, String pointer) {
    var body = GOOD.replace(good, wrong == null ? "" : wrong).replace("ID", "errores");
    var answer = author.postJson(PATH, body);
    refused(400, "invalid-campaign", answer);
    assertTrue(answer.body().contains("\"pointer\":\"" + pointer + "\""), answer.body());
    assertEquals(404, author.get(PATH + "/errores").statusCode(), "nothing was stored");
  }

  @Test
  void whatLooksLikeAnAccidentIsRefusedWithTheList() {
    var made = author.postJson(PATH, GOOD.replace("tag = api", "tag = nadie").replace("Hello ID", "Hello [name]").replace("ID", "accidente"));
    var answer = author.postJson(PATH + "/" + field(made, "id") + "/submit", "{}");
    refused(422, "campaign-refused", answer);
    assertTrue(answer.body().contains("\"/audience\"") && answer.body().contains("\"/text/en\""), answer.body());
    assertEquals("DRAFT", field(author.get(PATH + "/accidente"), "state"));
  }

  @Test
  void anIdIsGivenOnce() {
    create("unica");
    refused(409, "campaign-id-taken", author.postJson(PATH, GOOD.replace("ID", "unica")));
  }

  @Test
  void theSameRequestTwiceMakesOneCampaign() {
    var once = author.with("Idempotency-Key", "camp-1").postJson(PATH, GOOD.replace("ID", "repetida"));
    var twice = author.with("Idempotency-Key", "camp-1").postJson(PATH, GOOD.replace("ID", "repetida"));
    author.with("Idempotency-Key", null);
    assertEquals(201, twice.statusCode(), twice.body());
    assertEquals(field(once, "id"), field(twice, "id"));
  }

  @Test
  void onlyCommunicationAndAdministratorsHaveCampaigns() {
    var path = create("roles");
    for (var act : new String[] {"submit", "approve", "reject", "schedule", "pause", "resume", "cancel"}) {
      assertEquals(403, officer.postJson(path + "/" + act, "{}").statusCode(), act);
      assertEquals(401, api("nobody").postJson(path + "/" + act, "{}").statusCode(), act);
    }
    for (var read : new String[] {PATH, path, path + "/messages"}) {
      assertEquals(403, officer.get(read).statusCode(), read);
      assertEquals(200, api(BOOTSTRAP).get(read).statusCode(), read);
    }
    assertEquals(403, officer.postJson(PATH, GOOD.replace("ID", "de-oficial")).statusCode());
  }

  @Test
  void listsAreReadPageByPage() {
    for (int i = 0; i < 3; i++) {
      create("lista-" + i);
    }
    var first = author.get(PATH + "?limit=2");
    assertEquals(200, first.statusCode());
    var second = author.get(PATH + "?limit=2&cursor=" + field(first, "next"));
    assertFalse(second.body().contains(field(first, "id")), "no campaign comes twice");
    refused(400, "invalid-request", author.get(PATH + "/lista-0/messages?state=LOST"));
  }

  @Test
  void thereIsNoSuchCampaign() {
    refused(404, "not-found", author.get(PATH + "/ninguna"));
    refused(404, "not-found", author.postJson(PATH + "/123/submit", "{}"));
  }
}
