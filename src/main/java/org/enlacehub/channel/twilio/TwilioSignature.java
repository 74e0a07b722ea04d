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
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a webhook comes from Twilio: HMAC-SHA1 under the account's token over the public address and the sorted form fields
 * (twilio.com/docs/usage/security). Values that stand several times are joined without repetition, as Twilio does.
 */
public final class TwilioSignature {
  private static final Pattern ADDRESS = Pattern.compile("(https?)://([^/?#:]+|\\[[^]]+])(:[0-9]+)?(.*)", Pattern.DOTALL);
  private final @Nullable SecretKeySpec key;

  /** @param authToken null when there is no account: nothing is ever valid */
  public TwilioSignature(@Nullable String authToken) {
    this.key = authToken == null ? null : new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
  }

  /**
   * @param publicUrl the address as Twilio called it, with its query; Twilio signs it sometimes with the standard port and sometimes
   *     without, so both are tried
   * @param fields the decoded form fields
   * @param signature header {@code X-Twilio-Signature}; null when absent
   */
  public boolean valid(String publicUrl, Map<String, List<String>> fields, @Nullable String signature) {
    if (key == null || signature == null) {
      return false;
    }
    var form = new StringBuilder();
    new TreeMap<>(fields).forEach((name, values) -> new TreeSet<>(values).forEach(value -> form.append(name).append(value)));
    return fits(publicUrl + form, signature) || fits(otherWay(publicUrl) + form, signature);
  }

  private boolean fits(String signed, String signature) {
    return MessageDigest.isEqual(of(signed).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  /** Without its port, or with the standard one when it names none. */
  private static String otherWay(String url) {
    var parts = ADDRESS.matcher(url);
    if (!parts.matches()) {
      return url;
    }
    var port = parts.group(3) == null ? parts.group(1).equals("https") ? ":443" : ":80" : "";
    return parts.group(1) + "://" + parts.group(2) + port + parts.group(4);
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
