package org.enlacehub.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.enlacehub.sandbox.SandboxCarriers;

/** What Twilio posts to us, signed as Twilio signs it, without Twilio and without our own code. */
public final class TwilioCall {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final URI product;

  public TwilioCall(URI product) {
    this.product = product;
  }

  /** A text message; the status of the answer. */
  public int message(String sid, String from, String body) {
    return post("/webhooks/twilio/inbound", new TreeMap<>(Map.of("MessageSid", sid, "From", from, "NumMedia", "0", "Body", body,
        "To", from.startsWith("whatsapp:") ? "whatsapp:" + SandboxCarriers.WHATSAPP_FROM : SandboxCarriers.SMS_FROM)), SandboxCarriers.AUTH_TOKEN);
  }

  /** Any form, signed with this token. */
  public int post(String path, Map<String, String> fields, String token) {
    try {
      var url = product + path;
      var signed = new StringBuilder(url);
      new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      var signature = Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
      var form = fields.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
      return HTTP.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded")
          .header("X-Twilio-Signature", signature).POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString())
          .statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
