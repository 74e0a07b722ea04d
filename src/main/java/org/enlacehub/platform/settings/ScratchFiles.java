package org.enlacehub.platform.settings;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Files that live no longer than a request or a job: uploads on their way into the database, workbooks while they are read. They hold
 * personal data, so they lie in a folder of the data folder that nobody else may enter, and what a crash left there goes at the start.
 */
@Singleton
@Requires(property = "enlace.role", value = "product")
public class ScratchFiles implements ApplicationEventListener<ServerStartupEvent> {
  private final Path folder;
  /** Another process of this data folder (a command beside the product) may be using its files: only a server clears, and only these. */
  private final List<Path> leftover;

  ScratchFiles(Settings settings) {
    this.folder = settings.dataDir().resolve("scratch");
    try {
      Files.createDirectories(folder.getParent());
      if (!Files.isDirectory(folder)) Files.createDirectory(folder, mode("rwx------"));
      if (isPosix()) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      try (var files = Files.list(folder)) {
        this.leftover = files.toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** A new empty file that only this user may read; who asks deletes it. */
  public Path create(String suffix) throws IOException {
    return Files.createTempFile(folder, "file", suffix, mode("rw-------"));
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    try {
      for (var file : leftover) Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileAttribute<?>[] mode(String permissions) {
    return isPosix() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
