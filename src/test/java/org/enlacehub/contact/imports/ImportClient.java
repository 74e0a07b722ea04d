package org.enlacehub.contact.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Sends contact files as programs do. */
final class ImportClient {
  static final String TOKEN = "import-test-token-0123456789";
  private static final String BOUNDARY = "----enlace-test-boundary";
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI base;

  ImportClient(URI base) {
    this.base = base;
  }

  HttpResponse<String> post(byte[] file, String... fields) throws Exception {
    var body = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n" + fields[i + 1] + "\r\n")
          .getBytes(StandardCharsets.UTF_8));
    }
    if (file != null) {
      body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"contactos.csv\"\r\n"
          + "Content-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(request("").header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Sends a file and waits until its import is over. */
  JsonNode done(String file, String... fields) throws Exception {
    return await(accepted(file.getBytes(StandardCharsets.UTF_8), fields));
  }

  String accepted(byte[] file, String... fields) throws Exception {
    var response = post(file, fields);
    assertEquals(202, response.statusCode(), response.body());
    return json.readTree(response.body()).get("id").asText();
  }

  JsonNode await(String id) throws Exception {
    for (int i = 0; i < 600; i++) {
      var view = show(id);
      if (List.of("DONE", "FAILED", "CANCELLED").contains(view.get("state").asText())) {
        return view;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the import did not end: " + show(id));
  }

  JsonNode show(String id) throws Exception {
    return json.readTree(get("/" + id).body());
  }

  /** The rejected rows, heading left out. */
  List<String> errors(JsonNode view, String query) throws Exception {
    var lines = get("/" + view.get("id").asText() + "/errors.csv" + query).body().lines().toList();
    assertEquals("row,column,code,message,value", lines.getFirst());
    return lines.subList(1, lines.size());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path).header("Accept-Language", "en").GET());
  }

  HttpResponse<String> cancel(String id) throws Exception {
    return send(request("/" + id + "/cancel").POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("/api/v1/contacts/imports" + path)).timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + TOKEN);
  }

  static String counts(JsonNode view) {
    return view.get("state").asText() + " rows=" + view.get("rows") + " created=" + view.get("created") + " updated=" + view.get("updated")
        + " unchanged=" + view.get("unchanged") + " rejected=" + view.get("rejected");
  }
}
