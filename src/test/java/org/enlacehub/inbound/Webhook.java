package org.enlacehub.inbound;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.testing.TestServer;

/**
 * What Twilio posts to our webhook, written out here without our own code and without the SDK; and what then lies in the database.
 *
 * @param address where the product answers
 * @param called the address that Twilio is told to call
 */
record Webhook(URI address, String called) {
  static final String PUBLIC = "https://enlace.example.org";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  Webhook(URI address) {
    this(address, PUBLIC);
  }

  static Map<String, String> product() {
    var all = new LinkedHashMap<String, String>();
    all.put("twilio.account-sid", SandboxCarriers.ACCOUNT_SID);
    all.put("twilio.auth-token", SandboxCarriers.AUTH_TOKEN);
    all.put("twilio.api-url", "http://localhost:9");
    all.put("enlace.sms-from", SandboxCarriers.SMS_FROM);
    all.put("enlace.whatsapp-from", SandboxCarriers.WHATSAPP_FROM);
    all.put("enlace.public-url", PUBLIC);
    all.put("enlace.quartz.autostart", "false");
    return all;
  }

  static String sid(Object key) {
    return "SM" + "%032x".formatted(Math.abs((long) key.hashCode()) + ((long) key.toString().length() << 40));
  }

  /** A message's form. */
  static Map<String, String> form(String sid, String from, String body, String... more) {
    var fields = new LinkedHashMap<>(Map.of("MessageSid", sid, "From", from, "NumMedia", "0", "Body", body,
        "To", from.startsWith("whatsapp:") ? "whatsapp:" + SandboxCarriers.WHATSAPP_FROM : SandboxCarriers.SMS_FROM));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  int message(String sid, String from, String body, String... more) {
    return post("/webhooks/twilio/inbound", form(sid, from, body, more));
  }

  int post(String path, Map<String, String> fields) {
    var signed = new StringBuilder(called + path);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    return raw(path, encode(fields).getBytes(StandardCharsets.US_ASCII), signature(SandboxCarriers.AUTH_TOKEN, signed.toString()));
  }

  /** Any bytes with any signature; null for none. The status of the answer. */
  int raw(String path, byte[] body, String signature) {
    var request = HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
    if (signature != null) {
      request.header("X-Twilio-Signature", signature);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  static String signature(String token, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream().map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
  }

  /** A number that the database tells. */
  static long number(String sql) {
    try (var connection = TestServer.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String word(String sql) {
    try (var connection = TestServer.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
