package org.enlacehub.contact.imports;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a file on a thread of its own, a few batches ahead of the one that stores them: reading takes the processor while storing waits
 * for the database.
 */
final class BatchReader implements AutoCloseable {
  private static final int AHEAD = 3;

  private sealed interface Part {}

  private record Read(Batch batch) implements Part {}

  private record Ended() implements Part {}

  private record Broken(Exception why) implements Part {}

  private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;

  /** Takes over the file and closes it. */
  BatchReader(ContactFile file, RowReader reader, FileRow.Position begin) {
    this.thread = Thread.ofPlatform().name("import-reader").daemon().start(() -> read(file, reader, begin));
  }

  private void read(ContactFile file, RowReader reader, FileRow.Position begin) {
    try (file) {
      var position = begin;
      while (true) {
        var batch = new Batch(reader.headings(), position);
        for (FileRow row; !batch.isFull() && (row = file.next()) != null; ) {
          batch.add(row, reader.read(row));
        }
        if (batch.isEmpty()) {
          parts.put(new Ended());
          return;
        }
        position = batch.end();
        parts.put(new Read(batch));
      }
    } catch (InterruptedException e) {
      // the storing side has gone
    } catch (IOException | UnreadableFile | RuntimeException e) {
      offer(new Broken(e));
    }
  }

  private void offer(Part last) {
    try {
      parts.put(last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next batch; null at the end of the file. */
  Batch next() throws IOException, UnreadableFile, InterruptedException {
    return switch (parts.take()) {
      case Read(var batch) -> batch;
      case Ended _ -> null;
      case Broken(IOException e) -> throw e;
      case Broken(UnreadableFile e) -> throw e;
      case Broken(RuntimeException e) -> throw e;
      case Broken(var e) -> throw new IllegalStateException(e);
    };
  }

  @Override public void close() {
    thread.interrupt();
    parts.clear();
  }
}
