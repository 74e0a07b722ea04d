package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.account.Tokens;
import org.enlacehub.account.TokenScope;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactApiTest implements TestDatabase {
  private static final Argument<Map<String, Object>> JSON = Argument.mapOf(String.class, Object.class);
  private static final String ADMIN = "a-first-token-for-tests-0123456789";
  private static final String CONTACTS = "/api/v1/contacts";
  @Inject @Client("/") HttpClient http;
  @Inject Staffs staffs;
  @Inject Tokens tokens;
  private String chicago;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.admin-token", ADMIN);
  }

  @BeforeAll
  void anOfficerInChicago() {
    var by = Actor.system("test");
    var officer = staffs.create(by, new NewStaff("Luis Chicago", "luis@example.org", Set.of(Role.OFFICER), "GT-US-CHI", null, null));
    chicago = tokens.issue(by, officer.id(), Set.of(TokenScope.values()), null).secret();
  }

  private HttpResponse<Map<String, Object>> call(HttpMethod method, String path, Object body, String token, String... headers) {
    var request = HttpRequest.create(method, path).bearerAuth(token).body(body);
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    try {
      return http.toBlocking().exchange(request, JSON, JSON);
    } catch (HttpClientResponseException e) {
      @SuppressWarnings("unchecked")
      var response = (HttpResponse<Map<String, Object>>) e.getResponse();
      return response;
    }
  }

  private Map<String, Object> created(Map<String, Object> body) {
    var response = call(HttpMethod.POST, CONTACTS, body, ADMIN);
    assertEquals(HttpStatus.CREATED, response.getStatus(), () -> String.valueOf(response.getBody(JSON).orElse(null)));
    return response.body();
  }

  private static String pointers(HttpResponse<Map<String, Object>> response) {
    var found = new ArrayList<String>();
    for (var error : (List<?>) response.getBody(JSON).orElseThrow().get("errors")) {
      found.add(((Map<?, ?>) error).get("pointer") + " " + ((Map<?, ?>) error).get("code"));
    }
    return String.join(", ", found.stream().sorted().toList());
  }

  @Test
  void aContactLivesFromCreationToErasure() {
    var made = created(Map.of("name", "Ana Tum", "phone", "+1 213 555 0151", "email", "ana@ejemplo.org", "country", "US", "area", "CA",
        "language", "quc", "tags", List.of("feria", "norte"), "consent", "service information", "passport_expires", "2027-03-01",
        "household_size", 4));
    var path = CONTACTS + "/" + made.get("id");
    assertEquals("+12135550151", made.get("phone"));
    assertEquals("US-CA", made.get("area"));
    assertEquals("2027-03-01", made.get("passport_expires"));
    assertEquals(List.of("service", "information"), made.get("consent"));
    assertNull(made.get("city"));
    var read = call(HttpMethod.GET, path, null, ADMIN);
    assertEquals("\"1\"", read.header("ETag"));

    var body = new HashMap<>(read.body());
    body.put("name", "Ana María Tum");
    var saved = call(HttpMethod.PUT, path, body, ADMIN);
    assertEquals(2, saved.body().get("version"));
    assertEquals("Ana María Tum", saved.body().get("name"));
    assertEquals(read.body().get("addresses"), saved.body().get("addresses"));

    assertEquals(HttpStatus.CONFLICT, call(HttpMethod.PUT, path, body, ADMIN).getStatus());
    assertEquals(HttpStatus.PRECONDITION_FAILED, call(HttpMethod.PUT, path, body, ADMIN, "If-Match", "\"1\"").getStatus());
    assertEquals(HttpStatus.OK, call(HttpMethod.PUT, path, body, ADMIN, "If-Match", "\"2\"").getStatus());

    assertEquals(HttpStatus.NO_CONTENT, call(HttpMethod.DELETE, path, null, ADMIN).getStatus());
    assertEquals(HttpStatus.NOT_FOUND, call(HttpMethod.GET, path, null, ADMIN).getStatus());
    assertEquals(HttpStatus.NOT_FOUND, call(HttpMethod.DELETE, path, null, ADMIN).getStatus());
  }

  @Test
  void whatIsWrongIsPointedAt() {
    var response = call(HttpMethod.POST, CONTACTS, Map.of("phone", "12", "email", "no", "langauge", "es", "area", "ZZ", "country", "US",
        "passport_expires", "mañana", "consent", "spam", "name", Map.of("a", 1)), ADMIN);
    assertEquals(HttpStatus.BAD_REQUEST, response.getStatus());
    assertEquals("/area unknown-area, /consent unknown-purpose, /email invalid-email, /langauge unknown-field, /name invalid-type,"
        + " /passport_expires invalid-date, /phone phone-too-short", pointers(response));
    assertEquals("/phone no-identity", pointers(call(HttpMethod.POST, CONTACTS, Map.of("name", "Nadie"), ADMIN)));
  }

  @Test
  void anAddressThatSomebodyHasIsRefused() {
    created(Map.of("name", "Uno", "email", "uno@ejemplo.org"));
    var second = call(HttpMethod.POST, CONTACTS, Map.of("name", "Dos", "email", "UNO@ejemplo.org"), ADMIN);
    assertEquals(HttpStatus.CONFLICT, second.getStatus());
    assertEquals("/email taken", pointers(second));
  }

  @Test
  void anOfficerReachesOnlyTheirOwnPeople() {
    var mine = created(Map.of("name", "De Chicago", "phone", "+13125550152", "country", "US", "area", "IL"));
    var other = created(Map.of("name", "De Miami", "phone", "+13055550152", "country", "US", "area", "FL"));
    assertEquals(HttpStatus.OK, call(HttpMethod.GET, CONTACTS + "/" + mine.get("id"), null, chicago).getStatus());
    for (var method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
      assertEquals(HttpStatus.NOT_FOUND, call(method, CONTACTS + "/" + other.get("id"), null, chicago).getStatus());
    }
    assertEquals(HttpStatus.NOT_FOUND, call(HttpMethod.PUT, CONTACTS + "/" + other.get("id"), Map.of("name", "x"), chicago).getStatus());
    assertEquals("", names("name:de", chicago).replace("De Chicago", ""));
    assertEquals(HttpStatus.UNAUTHORIZED, call(HttpMethod.GET, CONTACTS, null, "wrong-token-000000000000000000").getStatus());
  }

  private String names(String query, String token) {
    var answer = call(HttpMethod.GET, CONTACTS + "?query=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8),
        null, token).body();
    return String.join(" ", ((List<?>) answer.get("items")).stream().map(i -> String.valueOf(((Map<?, ?>) i).get("name"))).sorted().toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      +1 (646) 555-0161       | Búsqueda Uno
      tel:16465550161         | Búsqueda Uno
      dos@busqueda.org        | Búsqueda Dos
      correo:DOS@busqueda.org | Búsqueda Dos
      busqueda                | Búsqueda Dos Búsqueda Uno
      UNO búsqueda            | Búsqueda Uno
      nombre:dos              | Búsqueda Dos
      ref:B-2                 | Búsqueda Dos
      B-2                     | Búsqueda Dos
      tag = buscada           | Búsqueda Dos Búsqueda Uno
      tag = buscada and has email | Búsqueda Dos
      nadie con este nombre   |
      """)
  void oneBoxFindsPeople(String query, String expected) {
    if (names("tag = buscada", ADMIN).isEmpty()) {
      created(Map.of("name", "Búsqueda Uno", "phone", "+16465550161", "tags", "buscada"));
      created(Map.of("name", "Búsqueda Dos", "email", "dos@busqueda.org", "external_id", "B-2", "tags", "buscada"));
    }
    assertEquals(expected == null ? "" : expected, names(query, ADMIN));
  }

  @Test
  void aListIsPagedByKey() {
    for (int i = 0; i < 5; i++) created(Map.of("name", "Página " + i, "phone", "+1213555017" + i, "tags", "pagina"));
    var seen = new ArrayList<Object>();
    String next = "";
    do {
      var page = call(HttpMethod.GET, CONTACTS + "?query=tag%20%3D%20pagina&limit=2" + (next.isEmpty() ? "" : "&cursor=" + next), null, ADMIN).body();
      ((List<?>) page.get("items")).forEach(i -> seen.add(((Map<?, ?>) i).get("id")));
      next = (String) page.get("next");
    } while (next != null);
    assertEquals(5, Set.copyOf(seen).size());
    assertEquals(5, seen.size());
    assertEquals("query invalid-query", pointers(call(HttpMethod.GET, CONTACTS + "?query=contry%20%3D%20US", null, ADMIN)));
  }

  @Test
  void audiencesAreCountedAndTheirErrorsPointed() {
    created(Map.of("name", "Contada", "phone", "+12135550181", "language", "mam", "tags", "contada"));
    var count = call(HttpMethod.POST, "/api/v1/audiences/count", Map.of("query", "tag = contada"), ADMIN).body();
    assertEquals(Map.of("count", 1, "byChannel", Map.of("sms", 1, "whatsapp", 0, "email", 0), "byLanguage", Map.of("mam", 1)), count);
    assertEquals(0, call(HttpMethod.POST, "/api/v1/audiences/count", Map.of("query", "tag = contada"), chicago).body().get("count"));
    var wrong = call(HttpMethod.POST, "/api/v1/audiences/count", Map.of("query", "country = US and lenguage = mam"), ADMIN);
    assertEquals(HttpStatus.BAD_REQUEST, wrong.getStatus());
    assertEquals("/query unknown-field", pointers(wrong));
    assertTrue(wrong.getBody(JSON).orElseThrow().toString().contains("columna 18"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en    | There is no field “lenguage”.   | Did you mean “language”?
      es-GT | No existe el campo «lenguage».  | ¿Quiso decir «language»?
      *     | No existe el campo «lenguage».  | ¿Quiso decir «language»?
      """)
  void aWrongQueryIsExplainedInTheLanguageThatIsAsked(String language, String sentence, String suggestion) {
    var wrong = Map.of("title", "X", "query", "lenguage = mam");
    for (var answer : List.of(call(HttpMethod.GET, CONTACTS + "?query=lenguage%20%3D%20mam", null, ADMIN, "Accept-Language", language),
        call(HttpMethod.POST, "/api/v1/audiences/count", wrong, ADMIN, "Accept-Language", language),
        call(HttpMethod.POST, "/api/v1/audiences", wrong, ADMIN, "Accept-Language", language))) {
      var told = answer.getBody(JSON).orElseThrow().toString();
      assertTrue(told.contains(sentence) && told.contains(suggestion), told);
    }
  }

  @Test
  void duplicatesAreListedMergedUndoneAndToldApart() {
    var one = (String) created(Map.of("name", "Doble Xoy Cux", "phone", "+12135550185", "birth_year", 1970)).get("id");
    var two = (String) created(Map.of("name", "Xoy Doble Cux", "phone", "+12135550186", "birth_year", 1970)).get("id");
    assertEquals(HttpStatus.ACCEPTED, call(HttpMethod.POST, CONTACTS + "/duplicates/search", null, ADMIN).getStatus());
    Until.isTrue("the pair is found", Duration.ofSeconds(30),
        () -> !((List<?>) call(HttpMethod.GET, CONTACTS + "/duplicates", null, ADMIN).body().get("items")).isEmpty());
    var pair = (Map<?, ?>) ((List<?>) call(HttpMethod.GET, CONTACTS + "/duplicates", null, ADMIN).body().get("items")).getFirst();
    assertEquals("birth_year " + one + " " + two, pair.get("reason") + " " + ((Map<?, ?>) pair.get("first")).get("id") + " "
        + ((Map<?, ?>) pair.get("second")).get("id"));
    assertEquals(List.of(), call(HttpMethod.GET, CONTACTS + "/duplicates", null, chicago).body().get("items"));
    assertEquals(HttpStatus.NOT_FOUND, call(HttpMethod.POST, CONTACTS + "/" + one + "/merge", Map.of("other", two), chicago).getStatus());
    assertEquals(HttpStatus.BAD_REQUEST, call(HttpMethod.POST, CONTACTS + "/" + one + "/merge", Map.of(), ADMIN).getStatus());
    assertEquals(HttpStatus.CONFLICT, call(HttpMethod.POST, CONTACTS + "/" + one + "/merge", Map.of("other", one), ADMIN).getStatus());

    var merged = call(HttpMethod.POST, CONTACTS + "/" + one + "/merge", Map.of("other", two), ADMIN).body();
    assertEquals("+12135550185; +12135550186", ((Map<?, ?>) merged.get("contact")).get("phone"));
    assertEquals(one, call(HttpMethod.GET, CONTACTS + "/" + two, null, ADMIN).body().get("id"));

    var undone = call(HttpMethod.POST, CONTACTS + "/merges/" + merged.get("mergeId") + "/undo", null, ADMIN).body();
    assertEquals("+12135550185", ((Map<?, ?>) undone.get("contact")).get("phone"));
    assertEquals("+12135550186", call(HttpMethod.GET, CONTACTS + "/" + two, null, ADMIN).body().get("phone"));
    assertEquals(HttpStatus.NOT_FOUND, call(HttpMethod.POST, CONTACTS + "/merges/" + merged.get("mergeId") + "/undo", null, ADMIN).getStatus());
    assertEquals(HttpStatus.NO_CONTENT, call(HttpMethod.POST, CONTACTS + "/" + one + "/differ", Map.of("other", two), ADMIN).getStatus());
    assertEquals(HttpStatus.NOT_FOUND, call(HttpMethod.POST, CONTACTS + "/" + one + "/differ", Map.of("other", "5"), ADMIN).getStatus());
  }
}
