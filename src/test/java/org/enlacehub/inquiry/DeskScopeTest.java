package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.TokenScope;
import org.enlacehub.account.Tokens;
import org.enlacehub.inquiry.urgent.Alarms;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All missions share one number: an officer of another desk finds nothing of an inquiry by any route, not even a count. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskScopeTest implements TestDatabase {
  private static final String WORDS = "MARCAPRIVADA quiero renovar mi pasaporte, vivo en los angeles california";
  private static final String NAME = "Nombreprivado Deprueba";
  @Inject @Client("/") HttpClient http;
  @Inject EmbeddedServer server;
  @Inject Router router;
  @Inject Tokens tokens;
  @Inject Inquirers inquirers;
  @Inject Inquiries inquiries;
  @Inject Feed feed;
  @Inject Alarms alarms;
  private Inquiry matter;
  private long answer;
  private long alarm;
  private Staff houston;
  private String foreign;
  private String own;
  private Browserless theirs;
  private Browserless ours;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @BeforeAll
  void aMatterInLosAngeles() {
    matter = inquirers.writes(inquirers.person("name", NAME), WORDS);
    var officer = inquirers.officer("GT-US-LAX");
    inquiries.grade(matter.id(), officer.actor(), 1, "para la prueba");
    alarm = alarms.of(matter.id()).getFirst().id();
    answer = 1;
    houston = inquirers.officer("GT-US-HOU");
    var by = Actor.system("test");
    foreign = tokens.issue(by, houston.id(), Set.of(TokenScope.values()), null).secret();
    theirs = new Browserless(server.getURI());
    theirs.signIn(houston.email(), Inquirers.PASSWORD);
    ours = new Browserless(server.getURI());
    ours.signIn(officer.email(), Inquirers.PASSWORD);
    own = tokens.issue(by, officer.id(), Set.of(TokenScope.values()), null).secret();
  }

  /** What a browser or a program gets: status and body. */
  private record Answer(int code, String body) {}

  private Answer page(HttpMethod method, String path, Browserless browser) {
    var response = method == HttpMethod.GET ? browser.get(path) : browser.post(path, "text", "x", "desk", "GT-US-LAX", "severity", "2", "reason", "x",
        "outcome", "answered", "ids", Long.toString(matter.id()), "until", "2099-01-01", "act", "close", "staff", "1");
    return new Answer(response.statusCode(), response.body());
  }

  private Answer api(HttpMethod method, String path, String token) {
    var request = HttpRequest.create(method, path).bearerAuth(token);
    if (method == HttpMethod.POST) {
      request.contentType(MediaType.APPLICATION_JSON_TYPE)
          .body("{\"text\":\"x\",\"desk\":\"GT-US-HOU\",\"severity\":2,\"reason\":\"x\",\"staffId\":\"me\"}");
    }
    try {
      var response = http.toBlocking().exchange(request, Argument.STRING, Argument.STRING);
      return new Answer(response.code(), response.body());
    } catch (HttpClientResponseException e) {
      return new Answer(e.code(), e.getResponse().getBody(String.class).orElse(""));
    }
  }

  /** Every route of the room, with the ids of the private matter in its place. */
  private List<UriRouteInfo<?, ?>> routes() {
    var all = new ArrayList<UriRouteInfo<?, ?>>();
    router.uriRoutes().filter(r -> r.getDeclaringType().getPackageName().startsWith("org.enlacehub.inquiry"))
        .filter(r -> r.getHttpMethod() == HttpMethod.GET || r.getHttpMethod() == HttpMethod.POST).forEach(all::add);
    return all;
  }

  private String filled(UriRouteInfo<?, ?> route) {
    var path = route.getUriMatchTemplate().toPathString();
    var id = path.startsWith("/urgente") ? Long.toString(alarm) : Long.toString(matter.id());
    return path.replace("{id}", id).replace("{messageId}", Long.toString(answer));
  }

  @Test
  void noRouteShowsAnythingToAnotherDesk() {
    var seen = new TreeSet<String>();
    for (var route : routes()) {
      var path = filled(route);
      if (path.endsWith("/eventos")) {
        continue;
      }
      var response = path.startsWith("/api") ? api(route.getHttpMethod(), path, foreign) : page(route.getHttpMethod(), path, theirs);
      var where = route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString() + " " + response.code();
      for (var secret : List.of("MARCAPRIVADA", "Nombreprivado", matter.reference(), Long.toString(matter.contactId()))) {
        if (response.body().contains(secret) && !(path.contains(secret))) {
          seen.add(where + " shows " + secret);
        }
      }
      boolean ofOne = route.getUriMatchTemplate().toPathString().contains("{id}");
      if (ofOne && response.code() != 404) {
        seen.add(where + " admits that it exists");
      }
    }
    assertEquals(Set.of(), seen);
    assertEquals(200, page(HttpMethod.GET, "/bandeja/" + matter.id(), ours).code(), "its own desk sees it");
    assertEquals(1, inquiriesIn(api(HttpMethod.GET, "/api/v1/inquiries", own)));
  }

  @Test
  void noListCountOrSearchHasIt() {
    for (var query : List.of("", "?desk=GT-US-LAX", "?severity=1", "?state=OPEN", "?reference=" + matter.reference())) {
      assertEquals(0, inquiriesIn(api(HttpMethod.GET, "/api/v1/inquiries" + query, foreign)), query);
    }
    var queue = page(HttpMethod.GET, "/bandeja", theirs).body();
    assertFalse(queue.contains("class=\"count"), "not even a count");
    var found = page(HttpMethod.GET, "/bandeja?ref=" + matter.reference(), theirs).body();
    assertFalse(found.contains("queue-row"));
    assertTrue(page(HttpMethod.GET, "/bandeja", ours).body().contains("class=\"count"));
    assertFalse(page(HttpMethod.GET, "/urgente/aviso", theirs).body().contains("alarm-take"));
    assertTrue(page(HttpMethod.GET, "/urgente/aviso", ours).body().contains("alarm-take"));
    assertFalse(page(HttpMethod.GET, "/guardias", theirs).body().contains(matter.reference()));
  }

  @Test
  void noEventTellsOfIt() {
    var heard = new ArrayList<Feed.News>();
    var reader = feed.news(houston.actor().scope()).subscribe(heard::add);
    inquiries.note(matter.id(), Actor.system("test"), "algo nuevo");
    feed.look();
    reader.dispose();
    assertEquals(List.of(), heard);
  }

  private static int inquiriesIn(Answer response) {
    return response.body().split("\"reference\"", -1).length - 1;
  }
}
