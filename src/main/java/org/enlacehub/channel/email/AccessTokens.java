package org.enlacehub.channel.email;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlacehub.platform.settings.Secret;

/**
 * Access tokens for mail servers that want them instead of a password (XOAUTH2, as Microsoft and Google do), renewed by a refresh token
 * (RFC 6749, 6) before they end. Safe for many threads; one of them asks, the others wait.
 */
public final class AccessTokens {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration EARLY = Duration.ofMinutes(2);
  private static final long USUAL_SECONDS = 3_600;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI url;
  private final Map<String, String> form;
  private final ObjectMapper json;
  private final Clock clock;
  private Secret token;
  private Instant until = Instant.EPOCH;

  /**
   * @param url where tokens are given out
   * @param refreshToken by which they are asked for
   */
  AccessTokens(URI url, String clientId, Secret clientSecret, Secret refreshToken, ObjectMapper json, Clock clock) {
    this.url = url;
    this.form = Map.of("grant_type", "refresh_token", "client_id", clientId, "client_secret", clientSecret.reveal(), "refresh_token",
        refreshToken.reveal());
    this.json = json;
    this.clock = clock;
  }

  /** A token that holds for some minutes at least. @throws IOException when none can be had now; its message holds no secret */
  public synchronized Secret now() throws IOException {
    if (token == null || !until.isAfter(clock.instant())) {
      renew();
    }
    return token;
  }

  /** The server refused the token: the next one is asked for. */
  public synchronized void refused() {
    until = Instant.EPOCH;
  }

  private void renew() throws IOException {
    var body = form.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    try {
      var answer = http.send(HttpRequest.newBuilder(url).timeout(TIMEOUT).header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofByteArray());
      var fields = answer.statusCode() == 200 ? json.readValue(answer.body(), Map.class) : Map.of();
      if (!(fields.get("access_token") instanceof String access)) {
        throw new IOException("no access token: the token service answered " + answer.statusCode());
      }
      long seconds = fields.get("expires_in") instanceof Number n ? n.longValue() : USUAL_SECONDS;
      token = new Secret(access);
      until = clock.instant().plusSeconds(seconds).minus(EARLY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking for an access token", e);
    }
  }
}
