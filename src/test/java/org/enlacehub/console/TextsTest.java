package org.enlacehub.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text that staff read exists in every language, under its key, and no page has one of its own. */
class TextsTest {
  private static final Path BUNDLES = Path.of("src/main/resources/i18n");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path SOURCES = Path.of("src/main/java");
  /** Words that are the same in every language. */
  private static final Set<String> NAMES = Set.of("Enlace", "Español", "English", "SMS", "WhatsApp", "CSV", "JSON", "API", "Sandbox", "SANDBOX");
  /** Sample places on the sandbox phone. */
  private static final Pattern PLACE = Pattern.compile("[\\p{L} ]+, (Los Angeles|Houston|Florida|Texas|Arizona|Chiapas)");
  /** What stands between two angle brackets and is no markup: a lambda in an expression. */
  private static final Pattern CODE = Pattern.compile("\\bt\\.(get|has)\\(|\\w\\.\\w+\\(|\\? \"");
  /** Sample content for those who build pages. */
  private static final Set<String> SAMPLES = Set.of("sandbox/composer.jte", "sandbox/phone.jte", "console/gallery.jte");

  @Test
  void everyRoomHasTheSameTextsInEveryLanguage() {
    var wrong = new ArrayList<String>();
    for (var room : rooms()) {
      var spanish = bundle(room, "es");
      var english = bundle(room, "en");
      var keys = new TreeSet<>(spanish.keySet());
      keys.addAll(english.keySet());
      for (var key : keys) {
        if (!key.startsWith(room + ".")) wrong.add(key + ": does not begin with its room");
        if (!spanish.containsKey(key) || !english.containsKey(key)) {
          wrong.add(key + ": only in " + (spanish.containsKey(key) ? "Spanish" : "English"));
        } else if (spanish.get(key).isBlank() || english.get(key).isBlank()) {
          wrong.add(key + ": is empty");
        } else if (arguments(spanish.get(key)) != arguments(english.get(key))) {
          wrong.add(key + ": takes other arguments in English than in Spanish");
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void noKeyIsWrittenTwice() {
    var key = Pattern.compile("(?m)^([a-z][\\w.-]*)\\s*=");
    var wrong = new ArrayList<String>();
    for (var file : files(BUNDLES, ".properties")) {
      var seen = new TreeSet<String>();
      key.matcher(read(file)).results().map(found -> found.group(1)).filter(found -> !seen.add(found))
          .forEach(found -> wrong.add(file + ": " + found));
    }
    assertEquals(List.of(), wrong, "the second hides the first without a word");
  }

  @Test
  void everyKeyThatIsUsedExists() {
    var texts = new HashMap<String, String>();
    rooms().forEach(room -> texts.putAll(bundle(room, "es")));
    var whole = Pattern.compile("\\b(?:t|texts|english|spanish)\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]|\"([a-z]+\\.done\\.[A-Za-z.]+)\"|new NavEntry\\(\"[^\"]*\",\\s*\"([^\"]+)\"");
    var begun = Pattern.compile("\\b(?:t|texts|english|spanish)\\.get\\(\\s*\"([^\"]+)\"\\s*\\+");
    var wrong = new TreeSet<String>();
    for (var file : files(TEMPLATES, ".jte", SOURCES, ".java")) {
      var text = read(file);
      var keys = whole.matcher(text);
      while (keys.find()) {
        var key = keys.group(1) != null ? keys.group(1) : keys.group(2) != null ? keys.group(2) : keys.group(3);
        if (!texts.containsKey(key) && hasTexts(key)) wrong.add(file + ": " + key);
      }
      var beginnings = begun.matcher(text);
      while (beginnings.find()) {
        var beginning = beginnings.group(1);
        if (texts.keySet().stream().noneMatch(key -> key.startsWith(beginning)) && hasTexts(beginning)) wrong.add(file + ": " + beginning + "…");
      }
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void noPageHasATextOfItsOwn() {
    var between = Pattern.compile(">([^<>@$`]*\\p{L}{2,}[^<>@$`]*)<");
    var spoken = Pattern.compile("\\b(?:aria-label|title|placeholder|alt)=\"([^\"$]*\\p{L}{2,}[^\"$]*)\"");
    var wrong = new ArrayList<String>();
    for (var file : files(TEMPLATES, ".jte")) {
      if (SAMPLES.contains(TEMPLATES.relativize(file).toString())) continue;
      var html = withoutCode(read(file));
      for (var pattern : List.of(between, spoken)) {
        var found = pattern.matcher(html);
        while (found.find()) {
          var text = found.group(1).strip();
          if (!NAMES.contains(text) && !PLACE.matcher(text).matches() && !CODE.matcher(text).find()) wrong.add(file + ": " + text);
        }
      }
    }
    assertEquals(List.of(), wrong, "texts belong in src/main/resources/i18n/<room>_es.properties and _en.properties");
  }

  @Test
  void noPageWritesHtmlThatItDidNotMake() {
    var unsafe = files(TEMPLATES, ".jte").stream().filter(file -> read(file).contains("$unsafe")).toList();
    assertEquals(List.of(), unsafe);
  }

  /** The template's markup: comments, directives and expressions are gone. */
  private static String withoutCode(String template) {
    var text = template.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^@(import|param).*$", "");
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      if (text.startsWith("${", i) || text.startsWith("!{", i)) {
        int end = close(text, i + 1, '{', '}');
        // Markup inside a local content block is still looked at.
        if (text.startsWith("!{Content", i)) out.append(withoutCode(text.substring(i + 2, end)));
        else if (text.charAt(i) == '$') out.append('$');
        i = end + 1;
      } else if (text.startsWith("@if(", i) || text.startsWith("@elseif(", i) || text.startsWith("@for(", i)) {
        i = close(text, text.indexOf('(', i), '(', ')') + 1;
      } else if (text.startsWith("@else", i) || text.startsWith("@end", i)) {
        i++;
        while (i < text.length() && Character.isLetter(text.charAt(i))) i++;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  private static int close(String text, int open, char opening, char closing) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && text.charAt(i - 1) != '\\') quoted = !quoted;
      else if (!quoted && c == opening) depth++;
      else if (!quoted && c == closing && --depth == 0) return i;
    }
    throw new IllegalStateException("not closed: " + text.substring(open, Math.min(text.length(), open + 60)));
  }

  /** A room that has no bundle at all is not built yet. */
  private static boolean hasTexts(String key) {
    return Files.exists(BUNDLES.resolve(key.replaceAll("\\..*", "") + "_es.properties"));
  }

  private static int arguments(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  private static List<String> rooms() {
    return read(BUNDLES.resolve("rooms")).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Map<String, String> bundle(String room, String language) {
    var file = BUNDLES.resolve(room + "_" + language + ".properties");
    var all = new HashMap<String, String>();
    if (!Files.exists(file)) return all;
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.forEach((key, value) -> all.put((String) key, (String) value));
    return all;
  }

  private static List<Path> files(Object... foldersAndEnds) {
    var all = new ArrayList<Path>();
    for (int i = 0; i < foldersAndEnds.length; i += 2) {
      var end = (String) foldersAndEnds[i + 1];
      try (var found = Files.walk((Path) foldersAndEnds[i])) {
        found.filter(file -> file.toString().endsWith(end)).sorted().forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
