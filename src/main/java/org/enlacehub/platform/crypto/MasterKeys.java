package org.enlacehub.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.micronaut.core.annotation.Nullable;
import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The keys outside the database that wrap every data key: the first wraps, all unwrap, so that a new master key can be put in front
 * while the old one still opens what it wrapped. A wrapped key begins with four bytes that name its master key.
 */
public final class MasterKeys {
  private static final int KEY_BYTES = 32;
  private static final int NAME_BYTES = 4;
  private final @Nullable MasterKeyFile file;
  private volatile Loaded loaded;

  private MasterKeys(@Nullable MasterKeyFile file, Loaded loaded) {
    this.file = file;
    this.loaded = loaded;
  }

  /** The keys as they were read, and when their file had been written; null when they come from no file. */
  private record Loaded(List<Master> masters, @Nullable FileTime written) {}

  /** Keys of a file that is read again whenever it changed, so that a new key is used at once on a node that runs. */
  public static MasterKeys of(MasterKeyFile file) {
    return new MasterKeys(file, load(file));
  }

  private static Loaded load(MasterKeyFile file) {
    // The time first: when the file changes in between, it is read once more.
    var written = file.changed();
    return new Loaded(masters(file.read()), written);
  }

  private List<Master> masters() {
    if (file != null && !file.changed().equals(loaded.written)) {
      loaded = load(file);
    }
    return loaded.masters;
  }

  /**
   * Reads keys as they stand in {@code ENLACE_MASTER_KEY}: Base64 of 32 bytes, several by comma or line, the current one first.
   *
   * @throws IllegalArgumentException when a key is not that; the message does not repeat it
   */
  public static MasterKeys parse(String text) {
    return new MasterKeys(null, new Loaded(masters(text), null));
  }

  private static List<Master> masters(String text) {
    var masters = new ArrayList<Master>();
    for (var part : text.split("[,\\s]+")) {
      if (!part.isBlank()) {
        masters.add(Master.of(decode(part)));
      }
    }
    if (masters.isEmpty()) {
      throw new IllegalArgumentException("there is no key");
    }
    return List.copyOf(masters);
  }

  byte[] wrap(byte[] key, byte[] owner) {
    try {
      var master = masters().getFirst();
      var sealed = master.aead.encrypt(key, owner);
      return ByteBuffer.allocate(NAME_BYTES + sealed.length).put(master.name).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key could not be wrapped", e);
    }
  }

  byte[] unwrap(byte[] wrapped, byte[] owner) {
    var name = Arrays.copyOf(wrapped, NAME_BYTES);
    var sealed = Arrays.copyOfRange(wrapped, NAME_BYTES, wrapped.length);
    for (var master : masters()) {
      if (MessageDigest.isEqual(master.name, name)) {
        try {
          return master.aead.decrypt(sealed, owner);
        } catch (GeneralSecurityException e) {
          throw new UnreadableValue("a wrapped key was changed or belongs elsewhere", e);
        }
      }
    }
    throw new UnreadableValue("no configured master key fits this wrapped key", null);
  }

  /** True when the key was wrapped by the current master key. */
  boolean isCurrent(byte[] wrapped) {
    return Arrays.equals(masters().getFirst().name, Arrays.copyOf(wrapped, NAME_BYTES));
  }

  private static byte[] decode(String part) {
    try {
      var bytes = Base64.getDecoder().decode(part);
      if (bytes.length == KEY_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Told below without the text of the key.
    }
    throw new IllegalArgumentException("a master key must be Base64 of 32 bytes (openssl rand -base64 32)");
  }

  private record Master(byte[] name, Aead aead) {
    static Master of(byte[] key) {
      try {
        var name = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), NAME_BYTES);
        return new Master(name, new AesGcmJce(key));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM and SHA-256 are part of every JDK", e);
      }
    }
  }
}
