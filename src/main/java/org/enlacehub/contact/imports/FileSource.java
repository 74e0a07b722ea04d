package org.enlacehub.contact.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the bytes of a contact file lie: on disk, or in the database for any node to read. */
public interface FileSource {
  /** Bytes in all. */
  long size() throws IOException;

  /** The bytes from an offset on; the caller closes the stream. */
  InputStream from(long offset) throws IOException;

  /** The file on disk that a spreadsheet is read from, since a zip is read from its end; the caller closes it. */
  OnDisk onDisk() throws IOException;

  static FileSource of(Path file) {
    return new FileSource() {
      @Override public long size() throws IOException {
        return Files.size(file);
      }

      @Override public InputStream from(long offset) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(offset));
      }

      @Override public OnDisk onDisk() {
        return new OnDisk(file, () -> {});
      }
    };
  }

  /** A file, and what is to be done with it when it is no longer read. */
  record OnDisk(Path file, Cleanup cleanup) implements AutoCloseable {
    @Override public void close() throws IOException {
      cleanup.run();
    }
  }

  /** Removes what was only lent. */
  @FunctionalInterface
  interface Cleanup {
    void run() throws IOException;
  }
}
