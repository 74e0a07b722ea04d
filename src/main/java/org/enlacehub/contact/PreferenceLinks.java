package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.enlacehub.platform.crypto.BlindIndex;

/**
 * The address of a person's own page, where they choose, see and erase what is held, without signing in. Its token is the id of their
 * address with a keyed hash of it: always the same one, and nobody can make one.
 */
@Singleton
public class PreferenceLinks {
  private static final int BYTES = Long.BYTES + BlindIndex.BYTES;
  private final BlindIndex index;
  private final List<AddressTokens> others;

  PreferenceLinks(BlindIndex index, List<AddressTokens> others) {
    this.index = index;
    this.others = others;
  }

  /** Path below the public address, such as {@code /u/AAAAAAAAB9A…}. */
  public String path(long addressId) {
    var bytes = ByteBuffer.allocate(BYTES).putLong(addressId).put(proof(addressId)).array();
    return "/u/" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The address of a token; empty for what nobody was given. */
  public OptionalLong addressOf(String token) {
    var own = own(token);
    if (own.isPresent()) return own;
    return others.stream().map(o -> o.addressOf(token)).filter(OptionalLong::isPresent).findFirst().orElse(OptionalLong.empty());
  }

  private OptionalLong own(String token) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      if (bytes.remaining() != BYTES) return OptionalLong.empty();
      long id = bytes.getLong();
      var proof = new byte[BlindIndex.BYTES];
      bytes.get(proof);
      return MessageDigest.isEqual(proof, proof(id)) ? OptionalLong.of(id) : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  private byte[] proof(long addressId) {
    return index.of("preference-link", Long.toString(addressId));
  }
}
