package org.enlacehub.bench;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.enlacehub.sandbox.SandboxCarriers;

/** Twilio's side of the webhooks: forms, signed as Twilio signs them, over HTTP to the product of this process. */
final class SignedPosts {
  private static final String PUBLIC = "https://enlace.example";
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  SignedPosts(BenchProduct product) {
    this.address = product.bean(EmbeddedServer.class).start().getURI();
  }

  /** What a product must be told so that these posts are welcome. */
  static Map<String, Object> settings() {
    return Map.of("micronaut.server.port", "-1", "twilio.account-sid", SandboxCarriers.ACCOUNT_SID, "twilio.auth-token",
        SandboxCarriers.AUTH_TOKEN, "twilio.api-url", "http://localhost:9", "enlace.sms-from", SandboxCarriers.SMS_FROM);
  }

  /** Posts a form; the answer's status, -1 when there was none. */
  int post(String path, Map<String, String> fields) {
    var signed = new StringBuilder(PUBLIC + path);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    var form = fields.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    try {
      return http.send(HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
          .header("X-Twilio-Signature", signature(signed.toString())).POST(HttpRequest.BodyPublishers.ofString(form)).build(),
          HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static String signature(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SandboxCarriers.AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA1 is part of every JDK", e);
    }
  }
}
