package org.enlacehub.channel.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.settings.Secret;
import org.enlacehub.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token is asked for once, again before it ends, and again when the server refused it. */
class AccessTokensTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final List<String> asked = new ArrayList<>();
  private HttpServer service;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/token", exchange -> {
      asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      var answer = ("{\"access_token\":\"token" + asked.size() + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private AccessTokens tokens() {
    return new AccessTokens(URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/token"), "hub", new Secret("s&cret"),
        new Secret("refresh"), ObjectMapper.getDefault(), clock);
  }

  @Test
  void isKeptUntilShortlyBeforeItsEnd() throws IOException {
    var tokens = tokens();

    assertEquals("token1", tokens.now().reveal());
    clock.tick(Duration.ofMinutes(57));
    assertEquals("token1", tokens.now().reveal());
    clock.tick(Duration.ofMinutes(2));
    assertEquals("token2", tokens.now().reveal());
    tokens.refused();
    assertEquals("token3", tokens.now().reveal());
    assertEquals(true, asked.getFirst().contains("grant_type=refresh_token") && asked.getFirst().contains("client_secret=s%26cret"));
  }

  @Test
  void aServiceThatRefusesIsSaidWithoutSecrets() {
    status = 400;
    var refused = assertThrows(IOException.class, () -> tokens().now());

    assertFalse(refused.getMessage().contains("refresh") || refused.getMessage().contains("s&cret"), refused.getMessage());
  }
}
