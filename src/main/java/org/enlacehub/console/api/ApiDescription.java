package org.enlacehub.console.api;

import io.micronaut.core.io.ResourceLoader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/**
 * The OpenAPI description that programs read. The build makes it from every controller; here the pages of the console are left out of it,
 * and what holds for all requests (bearer tokens, problem responses, idempotency) is said once.
 */
@Singleton
class ApiDescription {
  private static final String FILE = "classpath:META-INF/swagger/enlace-1.0.0.yml";
  private static final String REFERENCE = "$ref";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final List<String> DESCRIBED = List.of("/api/v1/", "/webhooks/", "/u/");
  private static final String ABOUT = """
      Messages to a country's people abroad, their questions, and the desks that answer them.
      Every request carries `Authorization: Bearer TOKEN`; what a token may do follows from its owner's roles and desk.
      Errors are `application/problem+json` (RFC 9457). Lists are `{"items": […], "next": "cursor or null"}`; send `next` back as `cursor`.
      A POST with an `Idempotency-Key` (1 to 255 characters) can be repeated for a day: it gets the first answer again.
      """;
  private final String text;
  private final List<ApiResource> resources;

  ApiDescription(ResourceLoader resources) {
    var whole = read(resources);
    var paths = new TreeMap<String, Object>();
    section(whole, "paths").forEach((path, what) -> {
      if (DESCRIBED.stream().anyMatch(path::startsWith)) {
        paths.put(path, tagged(path, what));
      }
    });
    var description = new LinkedHashMap<String, Object>();
    description.put("openapi", whole.get("openapi"));
    description.put("info", Map.of("title", "Enlace", "version", "1", "description", ABOUT));
    description.put("security", List.of(Map.of("token", List.of())));
    description.put("paths", paths);
    var schemas = named(paths, section(section(whole, "components"), "schemas"));
    description.put("components",
        Map.of("schemas", schemas, "securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
    text = yaml().dump(description);
    this.resources = new ApiOutline(new SchemaShape(schemas)).of(paths);
  }

  /** YAML, OpenAPI 3. */
  String text() {
    return text;
  }

  /** The same for people, by resource. */
  List<ApiResource> resources() {
    return resources;
  }

  private static Map<String, Object> read(ResourceLoader resources) {
    try (InputStream in = resources.getResourceAsStream(FILE).orElseThrow(() -> new IllegalStateException("the build made no " + FILE))) {
      return yaml().load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Yaml yaml() {
    var dump = new DumperOptions();
    dump.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    var load = new LoaderOptions();
    return new Yaml(new SafeConstructor(load), new Representer(dump), dump, load);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> section(Map<String, Object> of, String name) {
    return (Map<String, Object>) of.getOrDefault(name, Map.of());
  }

  /** Groups operations by the resource that their path names. */
  private static Object tagged(String path, Object what) {
    var tag = path.replaceFirst("^/api/v1/", "").replaceFirst("^/", "").replaceFirst("/.*", "");
    if (what instanceof Map<?, ?> operations) {
      operations.values().forEach(operation -> tag(operation, tag));
    }
    return what;
  }

  @SuppressWarnings("unchecked")
  private static void tag(Object operation, String tag) {
    if (operation instanceof Map<?, ?> fields) {
      ((Map<String, Object>) fields).put("tags", List.of(tag));
    }
  }

  /** The schemas that these paths name, and those that those name. */
  private static Map<String, Object> named(Object from, Map<String, Object> all) {
    var found = new TreeMap<String, Object>();
    var open = references(from);
    while (!open.isEmpty()) {
      var name = open.pollFirst();
      if (all.containsKey(name) && found.put(name, all.get(name)) == null) {
        open.addAll(references(all.get(name)));
      }
    }
    return found;
  }

  private static TreeSet<String> references(Object node) {
    var names = new TreeSet<String>();
    switch (node) {
      case Map<?, ?> fields -> fields.forEach((name, value) -> {
        if (name.equals(REFERENCE) && value instanceof String target) {
          names.add(target.replace(SCHEMAS, ""));
        } else {
          names.addAll(references(value));
        }
      });
      case List<?> items -> items.forEach(item -> names.addAll(references(item)));
      case null, default -> { }
    }
    return names;
  }
}
