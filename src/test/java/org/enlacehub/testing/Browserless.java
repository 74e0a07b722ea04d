package org.enlacehub.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a browser sends, without a browser: forms, cookies, the Accept and Sec-Fetch-Site headers. It follows no redirect, so that a
 * test sees it.
 */
public final class Browserless {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Map<String, String> cookies = new TreeMap<>();
  private final Map<String, String> headers = new TreeMap<>();

  public Browserless(URI base) {
    this.base = base;
    headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    headers.put("Sec-Fetch-Site", "same-origin");
  }

  /** The same client with one header otherwise; a null value leaves it away. */
  public Browserless with(String header, String value) {
    if (value == null) headers.remove(header);
    else headers.put(header, value);
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  /** The body of an answer that is no text. */
  public byte[] bytes(String path) {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Posts a form; names and values in turn. */
  public HttpResponse<String> post(String path, String... fields) {
    var form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(form.isEmpty() ? "" : "&").append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
    }
    return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form.toString())).build());
  }

  public HttpResponse<String> postJson(String path, String json) {
    return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build());
  }

  /** Signs in by the page. */
  public HttpResponse<String> signIn(String email, String password) {
    return post("/entrar", "email", email, "password", password);
  }

  public String cookie(String name) {
    return cookies.get(name);
  }

  public Browserless withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  private HttpRequest.Builder request(String path) {
    // A page that never comes must fail its test, not stop the suite.
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      for (var set : answer.headers().allValues("set-cookie")) {
        var pair = set.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
