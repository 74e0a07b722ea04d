package org.enlacehub.contact.imports;

import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.enlacehub.platform.settings.ScratchFiles;

/** An upload as a file that can be read several times; removed when it is closed. */
record Upload(FileSource source, Path file) implements AutoCloseable {
  static Upload of(CompletedFileUpload upload, ScratchFiles scratch) throws IOException {
    var file = scratch.create(".upload");
    boolean copied = false;
    try (var in = upload.getInputStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      copied = true;
    } finally {
      if (!copied) {
        Files.deleteIfExists(file);
      }
    }
    return new Upload(FileSource.of(file), file);
  }

  @Override public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
