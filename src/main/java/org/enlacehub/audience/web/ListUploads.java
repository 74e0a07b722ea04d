package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.PeopleFile;
import org.enlacehub.contact.imports.UnreadableFile;
import org.enlacehub.platform.settings.ScratchFiles;

/** Reads an uploaded file of people; it lies on disk only while it is read. */
@Singleton
class ListUploads {
  private final PeopleFile files;
  private final ScratchFiles scratch;

  ListUploads(PeopleFile files, ScratchFiles scratch) {
    this.files = files;
    this.scratch = scratch;
  }

  /** @param region as {@link PeopleFile#read} takes it */
  PeopleFile.Found read(@Nullable CompletedFileUpload upload, @Nullable String region, DeskScope scope) throws IOException, UnreadableFile {
    if (upload == null || upload.getFilename() == null || upload.getFilename().isBlank()) throw new UnreadableFile("empty");
    var file = scratch.create(".list");
    try (var in = upload.getInputStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return files.read(file, region, scope);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
