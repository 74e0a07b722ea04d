package org.enlacehub.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** The folder that a node keeps over restarts: its id, secrets of mode 600, the embedded database. One process holds it at a time. */
public final class DataFolder implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it when it is absent.
   *
   * @return empty when another process holds it
   * @throws StartRefused when it cannot be made or written
   */
  public static Optional<DataFolder> take(Path path) {
    FileChannel channel = null;
    try {
      Files.createDirectories(path);
      channel = FileChannel.open(path.resolve("enlace.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new DataFolder(path, channel, lock));
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel);
      return Optional.empty();
    } catch (IOException e) {
      closeQuietly(channel);
      throw new StartRefused("The data folder " + path + " cannot be written (" + e.getClass().getSimpleName() + ").",
          "Correct its owner and permissions, or set ENLACE_DATA_DIR to a folder that this user may write.");
    }
  }

  public Path path() {
    return path;
  }

  /** This node's name in the cluster: made once, kept over restarts. */
  public String nodeId() {
    return keep("node.id", () -> "node-" + token(6));
  }

  /** A text kept in a file of mode 600, made the first time it is asked for. */
  public String keep(String name, Supplier<String> make) {
    var file = path.resolve(name);
    try {
      if (!Files.exists(file)) {
        writePrivate(file, make.get());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name) {
    return Files.exists(path.resolve(name));
  }

  /** Random text of so many bytes, safe in SQL, URLs and file names. */
  public static String token(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random).replace('-', 'x').replace('_', 'y');
  }

  static void writePrivate(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text);
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The refusal that follows tells what matters.
    }
  }
}
