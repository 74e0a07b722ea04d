package org.enlacehub.sandbox.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The WhatsApp templates that the stand-in knows. One that it does not know can be used all the same; its text is then a hint. */
@Singleton
public final class ContentShelf {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private final Map<String, Content> shelf = new ConcurrentHashMap<>();
  private final Clock clock;

  ContentShelf(Clock clock) {
    this.clock = clock;
  }

  /**
   * A template as the Content API shows it.
   *
   * @param body text with variables {@code {{1}}}
   * @param category UTILITY, MARKETING or AUTHENTICATION
   * @param approval unsubmitted, pending, approved, rejected, paused or disabled
   */
  public record Content(String sid, String name, String language, String body, Map<String, String> variables, String category,
      String approval, Instant created) {}

  /** Puts a template on the shelf, approved, or replaces it. */
  public Content put(String sid, String name, String language, String body, String category) {
    return put(sid, name, language, body, Map.of(), category, "approved");
  }

  Content put(String sid, String name, String language, String body, Map<String, String> variables, String category,
      String approval) {
    var content = new Content(sid, name, language, body, Map.copyOf(variables), category, approval, clock.instant());
    shelf.put(sid, content);
    return content;
  }

  /** The identifier that the stand-in gives to a template of this name and language: always the same one. */
  public static String sidFor(String name, String language) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest((name + "/" + language).getBytes(StandardCharsets.UTF_8));
      return "HX" + HexFormat.of().formatHex(ByteBuffer.wrap(digest, 0, 16).slice().array(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  Optional<Content> find(String sid) {
    return Optional.ofNullable(shelf.get(sid));
  }

  boolean remove(String sid) {
    return shelf.remove(sid) != null;
  }

  /** All, by name and language. */
  List<Content> all() {
    return shelf.values().stream().sorted(Comparator.comparing(Content::name).thenComparing(Content::language)).toList();
  }

  /** The text that a person reads; for an unknown template its identifier and the variables. */
  String render(String sid, @Nullable String variablesJson) {
    var given = variablesJson == null ? Map.<String, String>of() : variables(variablesJson).orElse(Map.of());
    var content = shelf.get(sid);
    if (content == null) {
      return "[" + sid + "] " + String.join(" · ", given.values());
    }
    return VARIABLE.matcher(content.body()).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
        given.getOrDefault(match.group(1), content.variables().getOrDefault(match.group(1), match.group()))));
  }

  /** The variables of a ContentVariables parameter; empty when it is no JSON object. */
  static Optional<Map<String, String>> variables(String json) {
    try {
      return Optional.of(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
