package org.enlacehub.contact.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.enlacehub.platform.settings.ScratchFiles;

/**
 * An uploaded file, read from the database piece by piece. A workbook is lent as a file on disk, readable by this process only and
 * removed when it is closed, since a zip is read from its end.
 */
final class StoredFile implements FileSource {
  private final ImportFileRepository files;
  private final long id;
  private final long size;
  private final ScratchFiles scratch;

  /** @param scratch for a workbook that must lie on disk while it is read */
  StoredFile(ImportFileRepository files, long id, long size, ScratchFiles scratch) {
    this.files = files;
    this.id = id;
    this.size = size;
    this.scratch = scratch;
  }

  @Override public long size() {
    return size;
  }

  @Override public InputStream from(long offset) throws IOException {
    int first = (int) (offset / ImportFileRepository.PIECE);
    int pieces = (int) ((size + ImportFileRepository.PIECE - 1) / ImportFileRepository.PIECE);
    var in = new SequenceInputStream(new Enumeration<>() {
      private int next = first;

      @Override public boolean hasMoreElements() {
        return next < pieces;
      }

      @Override public InputStream nextElement() {
        if (!hasMoreElements()) {
          throw new NoSuchElementException();
        }
        return files.piece(id, next++);
      }
    });
    in.skipNBytes(offset % ImportFileRepository.PIECE);
    return in;
  }

  @Override public OnDisk onDisk() throws IOException {
    var copy = scratch.create(".xlsx");
    boolean copied = false;
    try (var in = from(0)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      copied = true;
    } finally {
      if (!copied) {
        Files.deleteIfExists(copy);
      }
    }
    return new OnDisk(copy, () -> Files.deleteIfExists(copy));
  }
}
