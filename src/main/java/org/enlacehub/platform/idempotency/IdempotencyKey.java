package org.enlacehub.platform.idempotency;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who repeats what: a caller and a word that the caller chose.
 *
 * @param owner SHA-256 of the caller's name, as hexadecimal digits
 * @param token SHA-256 of the key's text; 32 bytes
 */
public record IdempotencyKey(String owner, byte[] token) {
  /** The header by which a caller says that a request is, or may be, a repetition (IETF draft-ietf-httpapi-idempotency-key-header). */
  public static final String HEADER = "Idempotency-Key";
  private static final String ATTRIBUTE = "enlace.idempotency";

  static IdempotencyKey of(String caller, String text) {
    return new IdempotencyKey(HexFormat.of().formatHex(sha256(caller)), sha256(text));
  }

  /** The key of a request on its way to a controller; empty when the caller gave none. */
  public static Optional<IdempotencyKey> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, IdempotencyKey.class);
  }

  void attachTo(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** One word for a unique column: 64 hexadecimal digits. */
  public String asWord() {
    return HexFormat.of().formatHex(sha256(owner + HexFormat.of().formatHex(token)));
  }

  static byte[] sha256(String text) {
    return digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
