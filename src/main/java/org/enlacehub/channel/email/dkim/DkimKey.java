package org.enlacehub.channel.email.dkim;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;

/**
 * The key with which a domain signs its mail. It never prints its private part.
 *
 * @param domain in ASCII form, lower case
 * @param selector under which the public part is published
 */
public record DkimKey(String domain, String selector, PrivateKey privateKey, PublicKey publicKey) {
  private static final int BITS = 2048;

  /** A new RSA key. Takes a moment. */
  public static DkimKey generate(String domain, String selector) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      var pair = generator.generateKeyPair();
      return new DkimKey(domain, selector, pair.getPrivate(), pair.getPublic());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("RSA is part of every JDK", e);
    }
  }

  /** Name of the DNS record that publishes it. */
  public String recordName() {
    return selector + "._domainkey." + domain;
  }

  /** The DNS record's text (RFC 6376, 3.6.1); to be published in strings of at most 255 characters. */
  public String recordText() {
    return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(publicKey.getEncoded());
  }

  @Override
  public String toString() {
    return "DkimKey[" + recordName() + "]";
  }
}
