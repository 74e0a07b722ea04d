package org.enlacehub.channel.twilio;

import io.micronaut.core.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a webhook comes from Twilio: HMAC-SHA1 under the account's token over the public address and the sorted form fields
 * (twilio.com/docs/usage/security). Values that stand several times are joined without repetition, as Twilio does.
 */
public final class TwilioSignature {
  private final @Nullable SecretKeySpec key;

  /** @param authToken null when there is no account: nothing is ever valid */
  public TwilioSignature(@Nullable String authToken) {
    this.key = authToken == null ? null : new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
  }

  /**
   * @param publicUrl the address as Twilio called it, with its query
   * @param fields the decoded form fields
   * @param signature header {@code X-Twilio-Signature}; null when absent
   */
  public boolean valid(String publicUrl, Map<String, List<String>> fields, @Nullable String signature) {
    if (key == null || signature == null) {
      return false;
    }
    var signed = new StringBuilder(publicUrl);
    new TreeMap<>(fields).forEach((name, values) -> new TreeSet<>(values).forEach(value -> signed.append(name).append(value)));
    return MessageDigest.isEqual(of(signed.toString()).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private String of(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA1 is part of every JDK", e);
    }
  }
}
