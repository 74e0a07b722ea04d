package org.enlacehub.channel.email.bounce;

import io.micronaut.core.annotation.Nullable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlacehub.channel.email.bounce.Failure.Kind;

/** What the words and numbers of a mail server's refusal mean: first the words (a table), then the enhanced status, then the reply code. */
final class Reasons {
  private static final String UNDETERMINED = "undetermined";
  private static final int LONGEST = 4_000;
  private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.]*\\d)");
  private static final Pattern REPLY = Pattern.compile("(?<![\\d.:])([45])([0-5])(\\d)(?=[\\s:;<#-]|$)");
  private static final Pattern FOR_EVER = Pattern.compile("permanent|fatal|perm_?fail|permanente|definitiv", Pattern.CASE_INSENSITIVE);
  private static final List<Rule> RULES = read();

  private Reasons() {}

  /** One line of the table. */
  private record Rule(Kind kind, boolean always, String reason, Pattern words) {}

  /** What a refusal means. */
  record Meaning(Kind kind, String reason, @Nullable String status) {
    boolean determined() {
      return !reason.equals(UNDETERMINED);
    }
  }

  /**
   * @param status of the report, such as {@code 5.1.1}; null when it has none
   * @param texts from the most to the least telling; the first in which something is recognised decides
   */
  static Meaning of(@Nullable String status, String... texts) {
    var code = code(status, texts);
    boolean temporary = code.filter(c -> c.startsWith("4")).isPresent();
    var first = true;
    for (var text : texts) {
      // A bare status says less than any words: it is read with the first ones only.
      var rule = rule((first && status != null ? status + " " : "") + text);
      first = false;
      if (rule.isPresent()) {
        var kind = rule.get().kind() == Kind.HARD && !rule.get().always() && temporary ? Kind.SOFT : rule.get().kind();
        return new Meaning(kind, rule.get().reason(), code.orElse(null));
      }
    }
    return byCode(code, String.join(" ", texts));
  }

  private static Optional<Rule> rule(String text) {
    var line = text.replaceAll("\\s+", " ");
    var bounded = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    return RULES.stream().filter(rule -> rule.words().matcher(bounded).find()).findFirst();
  }

  private static Optional<String> code(@Nullable String status, String[] texts) {
    if (status != null && !status.matches("[245]\\.0\\.0")) {
      return Optional.of(status);
    }
    for (var text : texts) {
      var enhanced = ENHANCED.matcher(text);
      if (enhanced.find()) {
        return Optional.of(enhanced.group());
      }
      var reply = REPLY.matcher(text);
      if (reply.find()) {
        return Optional.of(reply.group());
      }
    }
    return Optional.ofNullable(status);
  }

  private static Meaning byCode(Optional<String> code, String words) {
    if (code.isEmpty()) {
      return new Meaning(FOR_EVER.matcher(words).find() ? Kind.HARD : Kind.SOFT, UNDETERMINED, null);
    }
    var text = code.get();
    if (text.startsWith("4")) {
      return new Meaning(Kind.SOFT, "temporary", text);
    }
    var parts = text.split("\\.");
    if (parts.length == 3) {
      return switch (Integer.parseInt(parts[1])) {
        case 0 -> new Meaning(Kind.HARD, "permanent", text);
        case 1 -> new Meaning(Kind.HARD, "unknown-user", text);
        case 2 -> new Meaning(Kind.HARD, "disabled", text);
        case 6, 7 -> new Meaning(Kind.BLOCK, "policy", text);
        default -> new Meaning(Kind.SOFT, "server-trouble", text);
      };
    }
    return switch (text) {
      case "550", "551", "553", "521", "556" -> new Meaning(Kind.HARD, "permanent", text);
      case "552" -> new Meaning(Kind.SOFT, "mailbox-full", text);
      default -> new Meaning(Kind.BLOCK, "policy", text);
    };
  }

  private static List<Rule> read() {
    try (var in = Reasons.class.getResourceAsStream("/channel/bounce-reasons.tsv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t", 3))
          .map(cells -> new Rule(Kind.valueOf(cells[0].replace("!", "")), cells[0].endsWith("!"), cells[1],
              Pattern.compile(cells[2], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
