package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps templates as they were when something was approved with them: a campaign that runs for weeks says what was approved,
 * whatever happens to the files meanwhile. A version that was read once stays in memory.
 */
@Singleton
public class TemplateVersions {
  private final Templates current;
  private final TemplateVersionRepository repository;
  private final JsonMapper json;
  private final Clock clock;
  /** Bounded by what is approved: a few hundred campaigns a year. */
  private final Map<String, Template> read = new ConcurrentHashMap<>();

  TemplateVersions(Templates current, TemplateVersionRepository repository, JsonMapper json, Clock clock) {
    this.current = current;
    this.repository = repository;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Stores the current version of a template, once, and returns it (SHA-256 in hexadecimal).
   *
   * @throws UnknownTemplate when there is no such template
   */
  public String pin(String name) {
    var template = current.get(name);
    try {
      repository.keep(name, template.version(), json.writeValueAsString(template.files()), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return template.version();
  }

  /**
   * A template in the version that was pinned; the current one when {@code version} is null.
   *
   * @throws UnknownTemplate when there is no such template, or that version was never pinned
   */
  public Template at(String name, @Nullable String version) {
    if (version == null) {
      return current.get(name);
    }
    var now = current.find(name).filter(t -> t.version().equals(version));
    if (now.isPresent()) {
      return now.get();
    }
    var known = read.get(name + ":" + version);
    if (known != null) {
      return known;
    }
    var content = repository.find(name, version).orElseThrow(() -> new UnknownTemplate(name, Optional.empty()));
    var template = TemplateContent.read(name, files(content));
    read.put(name + ":" + version, template);
    return template;
  }

  private Map<String, String> files(String content) {
    try {
      return json.readValue(content, Argument.mapOf(String.class, String.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
