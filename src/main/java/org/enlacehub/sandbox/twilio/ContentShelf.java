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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** The WhatsApp templates that the stand-in knows. One that it does not know can be used all the same; its text is then a hint. */
@Singleton
public final class ContentShelf {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private final Map<String, Content> shelf = new ConcurrentHashMap<>();
  private final AtomicBoolean reviewersRest = new AtomicBoolean();
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
   * @param rejection why it was rejected; empty when it was not
   */
  public record Content(String sid, String name, String language, String body, Map<String, String> variables, String category,
      String approval, String rejection, Instant created) {

    /** As WhatsApp's reviewers leave it, who reject a text that begins or ends with a variable or has no sample for one. */
    Content reviewed() {
      var text = body.strip();
      boolean edge = VARIABLE.matcher(text).lookingAt() || text.endsWith("}}");
      boolean bare = VARIABLE.matcher(text).results().anyMatch(place -> variables.getOrDefault(place.group(1), "").isBlank());
      return edge ? as("rejected", "Variables cannot be at the start or end of the template.")
          : bare ? as("rejected", "Sample values are missing.") : as("approved", "");
    }

    private Content as(String approval, String rejection) {
      return new Content(sid, name, language, body, variables, category, approval, rejection, created);
    }
  }

  /** Puts a template on the shelf, approved, or replaces it. */
  public Content put(String sid, String name, String language, String body, String category) {
    return put(new Content(sid, name, language, body, Map.of(), category, "approved", "", clock.instant()));
  }

  /** WhatsApp's reviewers reject one, whatever it says. */
  public void reject(String sid, String why) {
    find(sid).ifPresent(content -> put(content.as("rejected", why)));
  }

  /** The account has none. */
  public void clear() {
    shelf.clear();
  }

  /** WhatsApp's reviewers decide nothing, until they are back. */
  public void reviewersRest(boolean rest) {
    reviewersRest.set(rest);
  }

  /** Makes a template that nobody has submitted. */
  Content create(String name, String language, String body, Map<String, String> variables) {
    return put(new Content(sidFor(name, language), name, language, body, Map.copyOf(variables), "UTILITY", "unsubmitted", "",
        clock.instant()));
  }

  /** It is submitted: the reviewers look at it at their next turn, which comes with the next look. */
  Content submit(Content old, String category) {
    return put(new Content(old.sid(), old.name(), old.language(), old.body(), old.variables(), category, "pending", "", old.created()));
  }

  private Content put(Content content) {
    shelf.put(content.sid(), content);
    return content;
  }

  private Content reviewed(Content content) {
    return content.approval().equals("pending") && !reviewersRest.get() ? put(content.reviewed()) : content;
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
    return Optional.ofNullable(shelf.get(sid)).map(this::reviewed);
  }

  boolean remove(String sid) {
    return shelf.remove(sid) != null;
  }

  /** All, by name and language. */
  List<Content> all() {
    return shelf.values().stream().map(this::reviewed).sorted(Comparator.comparing(Content::name).thenComparing(Content::language)).toList();
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
