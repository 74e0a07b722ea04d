package org.enlacehub.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Makes and opens data keys. Each contact has a key of its own, wrapped by the master key and kept in the contact's row: who deletes
 * the wrapped key makes every value under it unreadable, in backups too.
 */
public final class Vault {
  private static final int KEY_BYTES = 32;
  private final SecureRandom random = new SecureRandom();
  private final MasterKeys masters;
  private final Sealer system;

  Vault(MasterKeys masters, byte[] systemKey) {
    this.masters = masters;
    this.system = new Sealer(systemKey);
  }

  /** A new data key, wrapped; store it in the owner's row. */
  public byte[] newDataKey(long ownerId) {
    return masters.wrap(newKey(), owner(ownerId));
  }

  /** @throws UnreadableValue when the key belongs to another owner or no master key fits */
  public Sealer sealer(long ownerId, byte[] wrappedKey) {
    return new Sealer(masters.unwrap(wrappedKey, owner(ownerId)));
  }

  /** For values that belong to no contact: staff, raw intake before its sender is known, stored answers. */
  public Sealer system() {
    return system;
  }

  /** The same data key under the current master key; the same array when it already is. */
  public byte[] rewrap(long ownerId, byte[] wrappedKey) {
    return masters.isCurrent(wrappedKey) ? wrappedKey : masters.wrap(masters.unwrap(wrappedKey, owner(ownerId)), owner(ownerId));
  }

  private byte[] newKey() {
    var key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  private static byte[] owner(long ownerId) {
    return ("contact:" + ownerId).getBytes(StandardCharsets.US_ASCII);
  }
}
