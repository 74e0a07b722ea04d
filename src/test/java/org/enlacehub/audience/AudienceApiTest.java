package org.enlacehub.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.client.multipart.MultipartBody;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staffs;
import org.enlacehub.account.TokenScope;
import org.enlacehub.account.Tokens;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.MergeOutcome;
import org.enlacehub.contact.Merges;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.SaveOutcome;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceApiTest implements TestDatabase {
  private static final Argument<Map<String, Object>> JSON = Argument.mapOf(String.class, Object.class);
  private static final Origin STAFF = Origin.staff(Actor.system("test"), "test");
  private static final String AUDIENCES = "/api/v1/audiences";
  private static final String LISTS = "/api/v1/lists";
  @Inject @Client("/") HttpClient http;
  @Inject Staffs staffs;
  @Inject Tokens tokens;
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject Merges merges;
  private String network;
  private String chicago;

  @BeforeAll
  void tokensOfTheNetworkAndOfChicago() {
    network = token("ana@example.org", Role.COMMUNICATION, null);
    chicago = token("luis@example.org", Role.OFFICER, "GT-US-CHI");
  }

  private String token(String email, Role role, @Nullable String desk) {
    var by = Actor.system("test");
    var person = staffs.create(by, new NewStaff(email, email, Set.of(role), desk, null, null));
    return tokens.issue(by, person.id(), Set.of(TokenScope.values()), null).secret();
  }

  private HttpResponse<Map<String, Object>> call(HttpMethod method, String path, @Nullable Object body, String token, String... headers) {
    var request = HttpRequest.create(method, path).bearerAuth(token).body(body);
    if (body instanceof MultipartBody) request.contentType(MediaType.MULTIPART_FORM_DATA_TYPE);
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    try {
      return http.toBlocking().exchange(request, JSON, JSON);
    } catch (HttpClientResponseException e) {
      @SuppressWarnings("unchecked")
      var response = (HttpResponse<Map<String, Object>>) e.getResponse();
      return response;
    }
  }

  private int status(HttpMethod method, String path, @Nullable Object body, String token) {
    return call(method, path, body, token).code();
  }

  private long person(String phone, String state) {
    var draft = reader.read(Map.of("name", "Lista " + phone, "phone", phone, "country", "US", "area", state, "tags", "lista"), null).draft();
    return ((SaveOutcome.Saved) contacts.create(draft, STAFF)).contact().id();
  }

  private int counted(String query) {
    return (int) call(HttpMethod.POST, AUDIENCES + "/count", Map.of("query", query), network).body().get("count");
  }

  @Test
  void anAudienceIsKeptChangedUsedAndForgotten() {
    person("+13125550301", "IL");
    var body = Map.of("title", "Gente de Illinois", "query", "area = US-IL and tag = lista");
    var made = call(HttpMethod.POST, AUDIENCES, body, network, "Idempotency-Key", "k-1");
    assertEquals(201, made.code());
    assertEquals("gente-de-illinois null 1", made.body().get("name") + " " + made.body().get("desk") + " " + made.body().get("version"));
    assertEquals(made.body(), call(HttpMethod.POST, AUDIENCES, body, network, "Idempotency-Key", "k-1").body(), "the same request once");
    assertEquals(counted("area = US-IL and tag = lista"), counted("audience = gente-de-illinois"));

    var path = AUDIENCES + "/gente-de-illinois";
    assertEquals("area = US-IL and tag = lista", call(HttpMethod.GET, path, null, chicago).body().get("query"));
    assertEquals(404, status(HttpMethod.PUT, path, Map.of("title", "Mía", "query", "all", "version", 1), chicago));
    assertEquals(404, status(HttpMethod.DELETE, path, null, chicago));
    assertEquals(400, status(HttpMethod.PUT, path, Map.of("title", "Otra", "query", "all"), network));
    assertEquals(200, status(HttpMethod.PUT, path, Map.of("title", "Otra", "query", "tag = lista", "version", 1), network));
    assertEquals(409, status(HttpMethod.PUT, path, Map.of("title", "Tarde", "query", "all", "version", 1), network));
    assertEquals(204, status(HttpMethod.DELETE, path, null, network));
    assertEquals(404, status(HttpMethod.GET, path, null, network));
  }

  @Test
  void whatAnOfficerMakesIsOfTheirDesk() {
    var made = call(HttpMethod.POST, AUDIENCES, Map.of("title", "De Chicago", "query", "all"), chicago);
    assertEquals("GT-US-CHI", made.body().get("desk"));
    var all = (List<?>) call(HttpMethod.GET, AUDIENCES, null, network).body().get("items");
    assertTrue(all.stream().anyMatch(a -> ((Map<?, ?>) a).get("name").equals("de-chicago")));
  }

  @Test
  void aListTakesContactsAQueryAndAFile() {
    long one = person("+12135550302", "CA");
    long two = person("+12135550303", "CA");
    long three = person("+12135550304", "TX");
    var made = call(HttpMethod.POST, LISTS, Map.of("title", "Coro", "contacts", List.of(Long.toString(one))), network);
    assertEquals("coro 1", made.body().get("name") + " " + made.body().get("people"));
    assertEquals(2, call(HttpMethod.POST, LISTS + "/coro/people", Map.of("query", "area = US-TX and tag = lista"), network).body().get("people"));
    var file = MultipartBody.builder().addPart("region", "US")
        .addPart("file", "coro.csv", MediaType.TEXT_PLAIN_TYPE, "213 555 0303\n213 555 9999\n".getBytes(StandardCharsets.UTF_8)).build();
    var read = call(HttpMethod.POST, LISTS + "/coro/file", file, network).body();
    assertEquals("2 1 [2]", read.get("rows") + " " + read.get("missing") + " " + read.get("missingRows"));
    assertEquals(3, counted("list = coro"));

    assertEquals(400, status(HttpMethod.POST, LISTS + "/coro/people", Map.of("contacts", List.of("5", "x")), network));
    assertEquals(404, status(HttpMethod.POST, LISTS + "/coro/people", Map.of("query", "all"), chicago));
    assertEquals(204, status(HttpMethod.DELETE, LISTS + "/coro/people/" + two, null, network));
    assertEquals(2, counted("list = coro"));
    assertEquals(2, call(HttpMethod.GET, LISTS + "/coro", null, network).body().get("people"));
    assertEquals(204, status(HttpMethod.DELETE, LISTS + "/coro", null, network));
    assertTrue(contacts.find(three, new org.enlacehub.account.DeskScope.All()).isPresent(), "its people stay");
  }

  @Test
  void aListFollowsMergesOfMergesAndBack() {
    long a = person("+12135550311", "CA");
    long b = person("+12135550312", "CA");
    long c = person("+12135550313", "CA");
    call(HttpMethod.POST, LISTS, Map.of("title", "Cadena", "contacts", List.of(Long.toString(a))), network);
    merge(b, a);
    long second = merge(c, b);
    assertEquals(List.of(Long.toString(c)), onList());
    merges.undo(second, STAFF);
    assertEquals(List.of(Long.toString(b)), onList());
    merge(c, b);
    assertEquals(204, status(HttpMethod.DELETE, LISTS + "/cadena/people/" + c, null, network), "under whatever id they were added");
    assertEquals(List.of(), onList());
  }

  private long merge(long survivor, long other) {
    return ((MergeOutcome.Done) merges.merge(survivor, other, STAFF)).mergeId();
  }

  private List<Object> onList() {
    var items = (List<?>) call(HttpMethod.GET, "/api/v1/contacts?query=list%20%3D%20cadena", null, network).body().get("items");
    return items.stream().<Object>map(item -> ((Map<?, ?>) item).get("id")).toList();
  }
}
