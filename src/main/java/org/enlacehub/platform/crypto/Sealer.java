package org.enlacehub.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals and opens the values of one owner with AES-256-GCM. Column and row are bound to the value, so that a sealed value that was
 * moved elsewhere does not open. Safe for use by many threads.
 */
public final class Sealer {
  private final Aead aead;

  Sealer(byte[] key) {
    try {
      this.aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  /** @param column {@code table.column} */
  public byte[] seal(String column, long rowId, String text) {
    return sealBytes(column, rowId, text.getBytes(StandardCharsets.UTF_8));
  }

  /** @throws UnreadableValue when it was sealed for another column, row or owner, or was changed */
  public String open(String column, long rowId, byte[] sealed) {
    return new String(openBytes(column, rowId, sealed), StandardCharsets.UTF_8);
  }

  public byte[] sealBytes(String column, long rowId, byte[] value) {
    try {
      return aead.encrypt(value, place(column, rowId));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a value could not be sealed", e);
    }
  }

  public byte[] openBytes(String column, long rowId, byte[] sealed) {
    try {
      return aead.decrypt(sealed, place(column, rowId));
    } catch (GeneralSecurityException e) {
      throw new UnreadableValue("a value of " + column + " cannot be opened", e);
    }
  }

  private static byte[] place(String column, long rowId) {
    return (column + ':' + rowId).getBytes(StandardCharsets.US_ASCII);
  }
}
