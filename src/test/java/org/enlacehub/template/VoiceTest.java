package org.enlacehub.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoiceTest implements TestDatabase {
  @Inject @Client("/") HttpClient http;
  @Inject Templates templates;
  private Path root;

  @Override
  public Map<String, String> extraProperties() {
    try {
      root = Files.createTempDirectory(Path.of("target"), "voice");
      new TemplateFolders(root).withSms("Hola {{name}}").with("t/mam.voice.ogg", "OggS: what a speaker said");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Map.of("enlace.templates-dir", root.resolve("templates").toString());
  }

  @Test
  void aPersonWhoIsWrittenToInSpanishMayHearTheirOwnLanguage() {
    var template = templates.get("t");
    assertEquals("es", template.languageFor("mam", Channel.SMS).orElseThrow());
    assertEquals("audio/ogg", template.voice("mam").orElseThrow().mediaType());
    assertTrue(template.voice("es").isEmpty());
  }

  @Test
  void theCarrierFetchesItWithoutSigningIn() {
    var path = templates.get("t").voicePath("mam").orElseThrow();
    var answer = http.toBlocking().exchange(HttpRequest.GET(path), byte[].class);
    assertEquals("OggS: what a speaker said", new String(answer.body()));
    assertEquals("audio/ogg", answer.getContentType().orElseThrow().getName());
  }

  @Test
  void nothingElseCanBeFetched() {
    for (var path : new String[] {"/voz/t/mam/" + "0".repeat(64), "/voz/t/es/x", "/voz/u/mam/x", "/voz/..%2Ft/mam/x",
        "/voz/t/..%2Fes.sms.txt/x"}) {
      var refused = Assertions.assertThrows(HttpClientResponseException.class, () -> http.toBlocking().exchange(path), path);
      assertEquals(HttpStatus.NOT_FOUND, refused.getStatus(), path);
    }
  }

  @Test
  void anotherRecordingIsAnotherVersion() {
    var before = templates.get("t").version();
    var other = new TemplateFolders(root.resolve("other")).withSms("Hola {{name}}")
        .with("t/mam.voice.ogg", "OggS: something else");
    assertNotEquals(before, other.load("t").version());
  }
}
