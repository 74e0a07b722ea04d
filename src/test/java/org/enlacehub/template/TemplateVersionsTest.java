package org.enlacehub.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateVersionsTest implements TestDatabase {
  @Inject TemplateVersions shipped;
  @Inject Templates templates;
  @Inject TemplateVersionRepository repository;
  @Inject JsonMapper json;
  @TempDir Path root;

  @Test
  void whatWasApprovedIsSentThoughTheFilesChanged() {
    var files = new TemplateFolders(root).withSms("Hola {{name}}").with("_shared/languages.yml", "default: es\n");
    var before = versions(files);
    var approved = before.pin("t");
    files.withSms("Adiós {{name}}");
    var after = versions(files);
    assertNotEquals(approved, after.pin("t"));
    assertEquals("Hola Rosa", say(after.at("t", approved)));
    assertEquals("Adiós Rosa", say(after.at("t", null)));
    assertEquals(approved, after.at("t", approved).version());
  }

  @Test
  void pinningTwiceKeepsOne() {
    var version = shipped.pin("voto-exterior");
    assertEquals(version, shipped.pin("voto-exterior"));
    assertEquals(version, shipped.at("voto-exterior", version).version());
  }

  @Test
  void everyShippedTemplateComesBackFromTheRecordAsItWas() {
    var elsewhere = new TemplateVersions(new Templates(java.util.List.of()), repository, json, Clock.systemUTC());
    for (var template : templates.all()) {
      shipped.pin(template.name());
      var back = elsewhere.at(template.name(), template.version());
      for (var channel : template.channels()) {
        assertEquals(template.render("es", channel, template.samples("es")), back.render("es", channel, back.samples("es")));
      }
    }
  }

  @Test
  void knowsNoVersionThatWasNeverPinned() {
    assertThrows(UnknownTemplate.class, () -> shipped.at("voto-exterior", "0".repeat(64)));
    assertThrows(UnknownTemplate.class, () -> shipped.pin("voto"));
  }

  private TemplateVersions versions(TemplateFolders files) {
    return new TemplateVersions(TemplateFiles.load(files.folders()), repository, json, Clock.systemUTC());
  }

  private static String say(Template template) {
    return template.render("es", Channel.SMS, Map.of("name", "Rosa")).body();
  }
}
