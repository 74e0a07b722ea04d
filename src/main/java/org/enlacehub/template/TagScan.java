package org.enlacehub.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.enlacehub.platform.config.Findings;

/**
 * Reads the placeholders of a text and refuses all that is not plain: no raw values, no partials, no other delimiters, no nested
 * names. What passes here is safe to compile, and errors name their line, which the compiler's do not.
 */
final class TagScan {
  /** Characters of one text; a mail of this length is a book. */
  static final int MAX_CHARACTERS = 100_000;
  private static final int MAX_DEPTH = 3;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final Pattern SINGLE_BRACES = Pattern.compile("(?<!\\{)\\{ ?([a-z][a-z0-9_]*) ?}(?!})");

  private final String file;
  private final Findings findings;
  private final List<Tag> tags = new ArrayList<>();
  private final ArrayDeque<Tag> open = new ArrayDeque<>();

  private TagScan(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** The placeholders in order; with findings for what is wrong, after which the text must not be compiled. */
  static List<Tag> read(String text, String file, int firstLine, Findings findings) {
    var scan = new TagScan(file, findings);
    if (text.length() > MAX_CHARACTERS) {
      findings.add(file, firstLine, "The text is longer than " + MAX_CHARACTERS + " characters.", "Shorten it.");
      return List.of();
    }
    scan.walk(text, firstLine);
    return scan.tags;
  }

  private void walk(String text, int firstLine) {
    int line = firstLine;
    int at = 0;
    while (true) {
      int start = text.indexOf("{{", at);
      var plain = text.substring(at, start < 0 ? text.length() : start);
      singleBraces(plain, line);
      line += lines(plain);
      if (start < 0) {
        break;
      }
      int end = text.indexOf("}}", start);
      if (end < 0) {
        findings.add(file, line, "A placeholder is opened with '{{' and never closed.", "Write '}}' after its name.");
        return;
      }
      var inside = text.substring(start + 2, end);
      tag(inside, line);
      line += lines(inside);
      // Three braces are refused above; the third closing one must not be read as text.
      at = end + 2 + (inside.startsWith("{") && text.startsWith("}", end + 2) ? 1 : 0);
    }
    for (var tag : open) {
      findings.add(file, tag.line(), "The section '" + tag.name() + "' is opened and never closed.",
          "Write '{{/" + tag.name() + "}}'.");
    }
  }

  private void tag(String inside, int line) {
    var content = inside.strip();
    if (content.startsWith("!")) {
      return;
    }
    char sign = content.isEmpty() ? ' ' : content.charAt(0);
    var name = "#^/".indexOf(sign) >= 0 ? content.substring(1).strip() : content;
    if ("{&><$=".indexOf(sign) >= 0) {
      findings.add(file, line, "The placeholder '{{" + shown(content) + "}}' is of a kind that is not allowed.",
          "Use only {{name}}, {{#name}}…{{/name}} and {{^name}}…{{/name}}.");
    } else if (!NAME.matcher(name).matches() || name.equals("this")) {
      findings.add(file, line, "'" + shown(name) + "' is not a name for a placeholder.",
          "Use lower-case letters, digits and underscore, beginning with a letter.");
    } else if (sign == '/') {
      close(name, line);
    } else if (sign == '#' || sign == '^') {
      var tag = new Tag(sign == '#' ? Tag.Kind.IF_PRESENT : Tag.Kind.IF_ABSENT, name, line, false);
      tags.add(tag);
      open.push(tag);
      if (open.size() == MAX_DEPTH + 1) {
        findings.add(file, line, "Sections lie more than " + MAX_DEPTH + " deep.", "Write separate texts instead.");
      }
    } else {
      boolean guarded = open.stream().anyMatch(t -> t.kind() == Tag.Kind.IF_PRESENT && t.name().equals(name));
      tags.add(new Tag(Tag.Kind.VALUE, name, line, guarded));
    }
  }

  private void close(String name, int line) {
    if (open.isEmpty()) {
      findings.add(file, line, "'{{/" + name + "}}' closes a section that was never opened.",
          "Write '{{#" + name + "}}' before it.");
    } else if (!open.peek().name().equals(name)) {
      findings.add(file, line, "'{{/" + name + "}}' stands where '{{/" + open.peek().name() + "}}' is due.",
          "Close sections from the inside out.");
    } else {
      open.pop();
    }
  }

  private void singleBraces(String plain, int firstLine) {
    var found = SINGLE_BRACES.matcher(plain);
    while (found.find()) {
      findings.add(file, firstLine + lines(plain.substring(0, found.start())),
          "'" + found.group() + "' has single braces and would be sent as it is.",
          "Write {{" + found.group(1) + "}}.");
    }
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static String shown(String content) {
    return content.length() <= 40 ? content : content.substring(0, 40) + "…";
  }
}
