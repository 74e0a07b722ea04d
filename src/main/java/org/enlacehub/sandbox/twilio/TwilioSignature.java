package org.enlacehub.sandbox.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a webhook as Twilio does: HMAC-SHA1, under the account's token, of the whole address followed by each form field's name
 * and value, fields sorted by name; Base64. Rule: twilio.com/docs/usage/webhooks/webhooks-security.
 */
public final class TwilioSignature {
  /** The header that carries it. */
  public static final String HEADER = "X-Twilio-Signature";

  private TwilioSignature() {}

  /** The value of the header. */
  public static String of(String token, String url, Map<String, String> fields) {
    var text = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA1 is part of every JDK", e);
    }
  }
}
