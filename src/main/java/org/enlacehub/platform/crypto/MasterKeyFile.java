package org.enlacehub.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The file that holds the master keys, one a line, the current one first; every node looks whether it changed before it uses a key. */
public record MasterKeyFile(Path path) {
  private static final int KEY_BYTES = 32;

  /** The keys as Base64, the current one first. */
  public List<String> keys() {
    return Arrays.stream(read().split("[,\\s]+")).filter(key -> !key.isBlank()).toList();
  }

  /** Puts a new key in front: from now on it wraps, and the others only open. */
  public void putNewInFront() {
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    write(Base64.getEncoder().encodeToString(key) + "\n" + String.join("\n", keys()) + "\n");
  }

  /** Forgets all but the current key. What another one wrapped cannot be opened any more. */
  public void keepFirst() {
    write(keys().getFirst() + "\n");
  }

  String read() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileTime changed() {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever reads meanwhile finds the old file or the new one, never a half. */
  private void write(String text) {
    try {
      var next = path.resolveSibling(path.getFileName() + ".next");
      Files.deleteIfExists(next);
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(next, text);
      try {
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path only. */
  @Override
  public String toString() {
    return path.toString();
  }
}
