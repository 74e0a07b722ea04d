package org.enlacehub.sandbox.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.enlacehub.sandbox.SandboxSettings;

/**
 * Keeps the book in a folder, so that the sandbox remembers after a restart: {@code book.jsonl}, a line for each message and each
 * change of state, written before the answer leaves. Without a folder it does nothing. The file only grows; delete it to forget.
 */
@Singleton
class BookJournal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable Path file;
  private @Nullable BufferedWriter writer;

  BookJournal(SandboxSettings settings) {
    this.file = settings.folder() == null ? null : Path.of(settings.folder(), "book.jsonl");
  }

  /** Reads what an earlier run wrote; a line that was cut off by a crash is passed over. Then opens the file for what comes. */
  synchronized void open(Consumer<Map<String, Object>> line) {
    if (file == null) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file)) {
        try (var lines = Files.lines(file)) {
          lines.forEach(text -> read(text, line));
        }
      }
      writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      // After a crash the last line may lack its end.
      writer.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox's folder cannot be used: " + file, e);
    }
  }

  void added(BookedMessage message, long edition) {
    if (file == null) {
      return;
    }
    var details = message.details();
    var line = new LinkedHashMap<String, Object>();
    line.put("n", message.number());
    line.put("edition", edition);
    line.put("inbound", message.inbound());
    line.put("from", message.from());
    line.put("to", message.to());
    line.put("at", message.arrived().toEpochMilli());
    line.put("status", message.status().name());
    line.put("body", details.body());
    line.put("media", details.media());
    line.put("types", details.mediaTypes());
    line.put("content", details.contentSid());
    line.put("callback", details.statusCallback());
    line.put("service", details.messagingServiceSid());
    line.put("lat", details.latitude());
    line.put("lon", details.longitude());
    write(line);
  }

  void moved(BookedMessage message) {
    if (file != null) {
      write(Map.of("n", message.number(), "moved", message.status().name(), "code", message.errorCode(),
          "at", message.updated().toEpochMilli()));
    }
  }

  /** The message that a line of {@link #added} tells of. */
  @SuppressWarnings("unchecked")
  static Draft draft(Map<String, Object> line) {
    return new Draft((Boolean) line.get("inbound"), (String) line.get("from"), (String) line.get("to"),
        new Details((String) line.get("body"), (List<String>) line.get("media"), (List<String>) line.get("types"),
            (String) line.get("content"), (String) line.get("callback"), (String) line.get("service"),
            (Double) line.get("lat"), (Double) line.get("lon")));
  }

  @PreDestroy
  synchronized void close() throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }

  private synchronized void write(Map<String, Object> line) {
    if (writer == null) {
      return;
    }
    try {
      writer.write(JSON.writeValueAsString(line));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox's folder is no longer writable", e);
    }
  }

  private static void read(String text, Consumer<Map<String, Object>> line) {
    if (text.isBlank()) {
      return;
    }
    Map<String, Object> read;
    try {
      read = JSON.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      return;
    }
    line.accept(read);
  }
}
