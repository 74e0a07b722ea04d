package org.enlacehub.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.enlacehub.testing.Browserless;
import org.enlacehub.testing.SettableClock;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest implements TestDatabase {
  private static final String PASSWORD = "quetzal volcán lago";
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T15:00:00Z"));
  @Inject EmbeddedServer server;
  @Inject Staffs staffs;
  private Staff admin;

  @MockBean(Clock.class)
  Clock clock() {
    return clock;
  }

  @BeforeAll
  void anAdministrator() {
    admin = person("admin@example.org", Role.ADMINISTRATOR);
  }

  @Test
  void comesInGoesOutAndTheCookieIsWorthNothingAfterwards() {
    var browser = browser();
    var entered = browser.signIn("Admin@Example.org ", PASSWORD);
    assertEquals(303, entered.statusCode());
    assertEquals("/", location(entered));
    var cookie = entered.headers().firstValue("set-cookie").orElseThrow();
    assertTrue(cookie.toLowerCase().contains("; httponly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), cookie);
    assertEquals(200, browser.get("/").statusCode());
    var value = browser.cookie("enlace");
    assertEquals("/entrar?hecho=console.done.left", location(browser.post("/salir")));
    assertEquals(303, browser().withCookie("enlace", value).get("/").statusCode());
  }

  @Test
  void aStrangerIsLedToTheSignInAndBackAgain() {
    var browser = browser();
    var sent = browser.get("/ajustes/bitacora?accion=signin");
    assertEquals(303, sent.statusCode());
    assertEquals("/entrar?ir=%2Fajustes%2Fbitacora%3Faccion%3Dsignin", location(sent));
    assertEquals("/ajustes/bitacora?accion=signin",
        location(browser.post("/entrar", "email", admin.email(), "password", PASSWORD, "ir", "/ajustes/bitacora?accion=signin")));
  }

  @Test
  void theWayBackNeverLeadsElsewhere() {
    for (var elsewhere : new String[] {"https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/\t/evil"}) {
      assertEquals("/", location(browser().post("/entrar", "email", admin.email(), "password", PASSWORD, "ir", elsewhere)), elsewhere);
    }
  }

  @Test
  void htmxAndProgramsAreToldInTheirOwnWay() {
    var fragment = browser().with("HX-Request", "true").with("HX-Current-URL", "http://localhost/ajustes/personas").get("/ajustes/personas");
    assertEquals(401, fragment.statusCode());
    assertEquals("/entrar?ir=%2Fajustes%2Fpersonas", fragment.headers().firstValue("HX-Redirect").orElseThrow());
    var program = browser().with("Accept", "application/json").get("/api/v1/accounts");
    assertEquals(401, program.statusCode());
    assertEquals("application/problem+json", program.headers().firstValue("content-type").orElseThrow());
    assertEquals("Bearer", program.headers().firstValue("www-authenticate").orElseThrow());
  }

  @Test
  void wrongUnknownAndInactiveAreToldAlike() {
    var away = person("away@example.org", Role.COMMUNICATION);
    staffs.setActive(Actor.system("test"), away.id(), false);
    var wrong = browser().signIn("admin@example.org", "not the password");
    var unknown = browser().signIn("nobody@example.org", PASSWORD);
    var inactive = browser().signIn("away@example.org", PASSWORD);
    assertEquals(401, wrong.statusCode());
    for (var other : new String[] {unknown.body().replace("nobody@", "admin@"), inactive.body().replace("away@", "admin@")}) {
      assertEquals(wrong.body(), other);
    }
  }

  @Test
  void aSessionChangesAtSignInAndEndsByIdlenessAgeAndChange() {
    var browser = browser();
    browser.signIn(admin.email(), PASSWORD);
    var first = browser.cookie("enlace");
    browser.signIn(admin.email(), PASSWORD);
    assertNotEquals(first, browser.cookie("enlace"));
    assertEquals(303, browser().withCookie("enlace", first).get("/").statusCode(), "the old session is over");

    clock.tick(Duration.ofHours(7));
    assertEquals(200, browser.get("/").statusCode());
    clock.tick(Duration.ofHours(7));
    assertEquals(200, browser.get("/").statusCode(), "a visit keeps it alive");
    clock.tick(Duration.ofHours(8));
    assertEquals(303, browser.get("/").statusCode(), "eight hours of silence");

    browser.signIn(admin.email(), PASSWORD);
    for (int i = 0; i < 4; i++) {
      clock.tick(Duration.ofHours(6).minusMinutes(1));
      assertEquals(200, browser.get("/").statusCode());
    }
    clock.tick(Duration.ofMinutes(5));
    assertEquals(303, browser.get("/").statusCode(), "a day in any case");

    var other = person("other@example.org", Role.COMMUNICATION);
    var theirs = browser();
    theirs.signIn(other.email(), PASSWORD);
    assertEquals(200, theirs.get("/").statusCode());
    staffs.setActive(admin.actor(), other.id(), false);
    assertEquals(303, theirs.get("/").statusCode(), "deactivation shuts out at once");
  }

  @Test
  void anOpenPageThatAsksByItselfDoesNotKeepItsSessionAlive() {
    var person = person("nobody-there@example.org", Role.COMMUNICATION);
    var browser = browser();
    browser.signIn(person.email(), PASSWORD);
    clock.tick(Duration.ofHours(7));
    assertEquals(200, browser.with("X-By-Itself", "1").get("/").statusCode());
    clock.tick(Duration.ofHours(2));
    assertEquals(303, browser.with("X-By-Itself", null).get("/").statusCode(), "nobody has sat there for nine hours");
  }

  @Test
  void guessingIsSlowedDownAndForgivenAfterAWait() {
    var target = person("target@example.org", Role.COMMUNICATION);
    for (int i = 0; i < 5; i++) assertEquals(401, browser().signIn(target.email(), "guess " + i).statusCode());
    var held = browser().signIn(target.email(), PASSWORD);
    assertEquals(429, held.statusCode(), "even the right password waits");
    assertTrue(held.headers().firstValue("retry-after").isPresent());
    clock.tick(Duration.ofSeconds(31));
    assertEquals(303, browser().signIn(target.email(), PASSWORD).statusCode());
  }

  @Test
  void anotherSiteCannotMakeTheBrowserAct() {
    var browser = browser();
    browser.signIn(admin.email(), PASSWORD);
    assertEquals(403, browser.with("Sec-Fetch-Site", "cross-site").post("/salir").statusCode());
    assertEquals(403, browser.with("Sec-Fetch-Site", "same-site").post("/preferencias", "theme", "dark").statusCode());
    assertEquals(200, browser.get("/").statusCode(), "still signed in");
    for (int size : new int[] {10, 1_000, 4_000, 20_000, 200_000}) {
      assertEquals(303, browser.with("Sec-Fetch-Site", "same-origin").post("/preferencias", "theme", "dark", "x", "y".repeat(size)).statusCode());
    }
  }

  @Test
  void aRoleThatMayNotSeesAPageThatHelps() {
    person("officer@example.org", Role.OFFICER);
    var browser = browser();
    browser.signIn("officer@example.org", PASSWORD);
    var refused = browser.get("/ajustes/personas");
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("Esta página no es para su función"), refused.body());
    var missing = browser.get("/no-hay");
    assertEquals(404, missing.statusCode());
    assertTrue(missing.body().contains("Aquí no hay nada"));
    assertTrue(missing.body().contains(missing.headers().firstValue("x-request-id").orElseThrow()), "the reference can be quoted");
    assertFalse(browser.get("/").body().contains("/ajustes/personas"), "what a role may not do is not there");
  }

  private Staff person(String email, Role role) {
    return staffs.create(Actor.system("test"),
        new NewStaff("Ana Lucía Morales", email, Set.of(role), role == Role.OFFICER ? "GT-US-LAX" : null, PASSWORD, null));
  }

  private Browserless browser() {
    return new Browserless(server.getURI());
  }

  private static String location(java.net.http.HttpResponse<?> response) {
    return response.headers().firstValue("location").orElse("");
  }
}
