package org.enlacehub.contact.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people upload lies in a private folder for as long as it is read, and nowhere else. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsOnDiskTest implements TestDatabase {
  private static final Path DATA = Path.of("target/test-data/uploads").toAbsolutePath();
  private static final Path SCRATCH = DATA.resolve("scratch");
  private static final Path LEFT_BY_A_CRASH = SCRATCH.resolve("FUp_1_left.tmp");
  @Inject EmbeddedServer server;
  @Inject HttpServerConfiguration.MultipartConfiguration multipart;

  @Override public Map<String, String> extraProperties() {
    try {
      Files.createDirectories(SCRATCH);
      Files.writeString(LEFT_BY_A_CRASH, "name,phone\nAna,+50255501234\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("enlace.admin-token", ImportClient.TOKEN, "enlace.data-dir", DATA.toString());
  }

  private static List<Path> files() {
    try (var all = Files.list(SCRATCH)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test void theFolderIsPrivateAndEmptyAtTheStart() throws Exception {
    assertFalse(Files.exists(LEFT_BY_A_CRASH));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(SCRATCH)));
    assertEquals(SCRATCH, multipart.getLocation().orElseThrow().toPath());
  }

  @Test void nothingStaysAfterAnUploadWhateverBecameOfIt() throws Exception {
    var client = new ImportClient(server.getURI());
    client.done("phone\n+50255519001\n");
    client.await(client.accepted(Workbooks.contacts()));
    assertEquals(400, client.post("phone\n+50255519001\n".getBytes(UTF_8), "mode", "replace").statusCode());
    assertEquals(422, client.post("".getBytes(UTF_8)).statusCode());
    assertEquals(422, client.post("nobody here\n1\n".getBytes(UTF_8)).statusCode());
    Until.isTrue("the folder is empty", Duration.ofSeconds(20), () -> files().isEmpty());
  }

  /** A million names that are half sent when the line goes dead lie in the folder while they wait, and go with the connection. */
  @Test void anUploadThatBreaksOffLeavesNothing() throws Exception {
    var head = "POST /api/v1/contacts/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ImportClient.TOKEN
        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.csv\"\r\nContent-Type: text/csv\r\n\r\n";
    try (var socket = new Socket("localhost", server.getPort())) {
      socket.getOutputStream().write((head + "name,phone\n" + "Ana,+50255501234\n".repeat(20_000)).getBytes(UTF_8));
      socket.getOutputStream().flush();
      Until.isTrue("the upload lies in the folder", Duration.ofSeconds(20), () -> !files().isEmpty());
    }
    Until.isTrue("the folder is empty", Duration.ofSeconds(20), () -> files().isEmpty());
  }
}
