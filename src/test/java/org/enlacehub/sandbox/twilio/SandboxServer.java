package org.enlacehub.sandbox.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.enlacehub.sandbox.SandboxCarriers;

/** The sandbox as a process of its own, without a database, and the real Twilio SDK before it. */
final class SandboxServer implements AutoCloseable {
  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();

  SandboxServer(Map<String, Object> more) {
    var properties = new HashMap<String, Object>(Map.of("enlace.role", "sandbox", "enlace.sandbox", "true",
        "micronaut.server.port", "-1"));
    properties.putAll(more);
    context = ApplicationContext.run(properties, "test");
    server = context.getBean(EmbeddedServer.class).start();
  }

  String url() {
    return "http://localhost:" + server.getPort();
  }

  String twilioUrl() {
    return url() + SandboxCarriers.TWILIO_PATH;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  TwilioRestClient twilio() {
    return twilio(SandboxCarriers.AUTH_TOKEN, twilioUrl());
  }

  static TwilioRestClient twilio(String token, String base) {
    return new TwilioRestClient.Builder(SandboxCarriers.ACCOUNT_SID, token).httpClient(new Redirected(base)).build();
  }

  /** Changes the faults by the control API, as a test of another process does. */
  void control(String json) throws IOException, InterruptedException {
    var answer = http.send(HttpRequest.newBuilder(URI.create(url() + "/sandbox/control"))
        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build(),
        HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(url() + path)).header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    context.close();
  }

  /** Sends what is meant for Twilio's hosts to the sandbox. */
  private static final class Redirected extends HttpClient {
    private final String base;
    // Apache's client by itself tries 429 and 503 again a second later; here each call is one request.
    private final NetworkHttpClient network = new NetworkHttpClient(HttpClientBuilder.create().disableAutomaticRetries());

    Redirected(String base) {
      this.base = base;
    }

    @Override
    public Response makeRequest(Request request) {
      var moved = new Request(request.getMethod(), request.getUrl().replaceFirst("https://[a-z]+\\.twilio\\.com", base));
      moved.setAuth(request.getUsername(), request.getPassword());
      request.getQueryParams().forEach((name, values) -> values.forEach(value -> moved.addQueryParam(name, value)));
      request.getPostParams().forEach((name, values) -> values.forEach(value -> moved.addPostParam(name, value)));
      request.getHeaderParams().forEach((name, values) -> values.forEach(value -> moved.addHeaderParam(name, value)));
      moved.setContentType(request.getContentType());
      moved.setBody(request.getBody());
      return network.makeRequest(moved);
    }
  }
}
