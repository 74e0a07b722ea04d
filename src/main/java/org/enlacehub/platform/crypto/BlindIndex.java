package org.enlacehub.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed hash by which an encrypted value is found without being read: equal values give equal hashes, and without the key nobody
 * can try values out. Its key does not change when the master key does.
 */
public final class BlindIndex {
  /** Long enough that two of a billion values do not meet. */
  public static final int BYTES = 16;
  private final SecretKeySpec key;

  BlindIndex(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /**
   * @param kind what the value is, for example {@code phone}; the same text of another kind gives another hash
   * @param normalised the value in the one form in which it is compared
   */
  public byte[] of(String kind, String normalised) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(kind.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)), BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }
}
