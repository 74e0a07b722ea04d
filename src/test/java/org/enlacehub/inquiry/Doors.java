package org.enlacehub.inquiry;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staff;
import org.enlacehub.account.TokenScope;
import org.enlacehub.account.Tokens;
import org.enlacehub.testing.Browserless;

/** Every way into the room, walked as somebody: by a browser and by a program, with the ids of one matter in their places. */
@Singleton
public class Doors {
  private final HttpClient http;
  private final EmbeddedServer server;
  private final Router router;
  private final Tokens tokens;

  Doors(@Client("/") HttpClient http, EmbeddedServer server, Router router, Tokens tokens) {
    this.http = http;
    this.server = server;
    this.router = router;
    this.tokens = tokens;
  }

  /** What a browser or a program gets: status and body. */
  public record Answer(int code, String body) {}

  /** The matter that nobody may find, and what would give it away. */
  public record Secret(Inquiry matter, long alarm, List<String> words) {}

  /** Somebody who has signed in. */
  public final class Visitor {
    private final Browserless browser;
    private final String token;

    private Visitor(Staff staff) {
      browser = new Browserless(server.getURI());
      browser.signIn(staff.email(), Inquirers.PASSWORD);
      token = tokens.issue(Actor.system("test"), staff.id(), Set.of(TokenScope.values()), null).secret();
    }

    public Answer page(String path) {
      var response = browser.get(path);
      return new Answer(response.statusCode(), response.body());
    }

    public Answer post(String path, String... fields) {
      var response = browser.post(path, fields);
      return new Answer(response.statusCode(), response.body());
    }

    public Answer api(String path) {
      return api(HttpRequest.GET(path));
    }

    public byte[] bytes(String path) {
      return browser.bytes(path);
    }

    /** How many inquiries a list of the API has. */
    public int inquiries(String query) {
      return api("/api/v1/inquiries" + query).body().split("\"reference\"", -1).length - 1;
    }

    private Answer api(io.micronaut.http.MutableHttpRequest<?> request) {
      try {
        var response = http.toBlocking().exchange(request.bearerAuth(token), Argument.STRING, Argument.STRING);
        return new Answer(response.code(), response.body());
      } catch (HttpClientResponseException e) {
        return new Answer(e.code(), e.getResponse().getBody(String.class).orElse(""));
      }
    }

    /** Walks every route of the room; what it found, by route, which should be nothing. */
    public Set<String> finds(Secret secret) {
      var seen = new TreeSet<String>();
      for (var route : routes()) {
        var path = filled(route, secret);
        var answer = walk(route.getHttpMethod(), path, secret.matter());
        var where = route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString() + " " + answer.code();
        secret.words().stream().filter(word -> answer.body().contains(word) && !path.contains(word))
            .forEach(word -> seen.add(where + " shows " + word));
        if (route.getUriMatchTemplate().toPathString().contains("{id}") && answer.code() != 404) {
          seen.add(where + " admits that it exists");
        }
      }
      return seen;
    }

    private Answer walk(HttpMethod method, String path, Inquiry matter) {
      if (path.startsWith("/api")) {
        var request = HttpRequest.create(method, path);
        return api(method == HttpMethod.GET ? request : request.contentType(MediaType.APPLICATION_JSON_TYPE).body(
            "{\"text\":\"x\",\"desk\":\"GT-US-HOU\",\"severity\":2,\"reason\":\"x\",\"staffId\":\"me\",\"kind\":\"PERSON\",\"values\":{\"name\":\"x\"}}"));
      }
      return method == HttpMethod.GET ? page(path) : post(path, "text", "x", "desk", "GT-US-LAX", "severity", "2", "reason", "x",
          "outcome", "answered", "ids", Long.toString(matter.id()), "until", "2099-01-01", "act", "close", "staff", "1", "kind", "PERSON", "name", "x");
    }
  }

  public Visitor as(Staff staff) {
    return new Visitor(staff);
  }

  /** The stream of events is no answer that ends; {@link Feed} is asked itself. */
  private List<? extends UriRouteInfo<?, ?>> routes() {
    return router.uriRoutes().filter(r -> r.getDeclaringType().getPackageName().startsWith("org.enlacehub.inquiry"))
        .filter(r -> r.getHttpMethod() == HttpMethod.GET || r.getHttpMethod() == HttpMethod.POST)
        .filter(r -> !r.getUriMatchTemplate().toPathString().endsWith("/eventos")).toList();
  }

  private static String filled(UriRouteInfo<?, ?> route, Secret secret) {
    var path = route.getUriMatchTemplate().toPathString();
    var id = Long.toString(path.startsWith("/urgente") ? secret.alarm() : secret.matter().id());
    return path.replace("{id}", id).replaceAll("\\{[a-zA-Z]+}", "1");
  }
}
