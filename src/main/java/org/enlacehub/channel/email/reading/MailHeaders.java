package org.enlacehub.channel.email.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields by name, case ignored; values unfolded, in the order in which they stand. */
public final class MailHeaders {
  private static final int MOST = 2_000;
  private static final int LONGEST = 64_000;
  private final Map<String, List<String>> fields;

  private MailHeaders(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** Reads the lines up to the first empty one; what is no header line is passed over. */
  public static MailHeaders parse(String block) {
    var fields = new LinkedHashMap<String, List<String>>();
    var name = "";
    var value = new StringBuilder();
    int count = 0;
    for (var line : (Iterable<String>) block.lines()::iterator) {
      if (line.isBlank() || count > MOST) {
        break;
      }
      if ((line.startsWith(" ") || line.startsWith("\t")) && !name.isEmpty()) {
        if (value.length() < LONGEST) {
          value.append(' ').append(line.strip());
        }
        continue;
      }
      add(fields, name, value.toString());
      int colon = line.indexOf(':');
      boolean field = colon > 0 && line.substring(0, colon).strip().chars().allMatch(c -> c > ' ' && c < 127);
      name = field ? line.substring(0, colon).strip().toLowerCase(Locale.ROOT) : "";
      value.setLength(0);
      value.append(field ? line.substring(colon + 1).strip() : "");
      count++;
    }
    add(fields, name, value.toString());
    return new MailHeaders(fields);
  }

  private static void add(Map<String, List<String>> fields, String name, String value) {
    if (!name.isEmpty()) {
      fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The value of the first field of this name; empty text when there is none. */
  public String text(String name) {
    return first(name).orElse("");
  }

  public List<String> all(String name) {
    return List.copyOf(fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
  }

  public boolean has(String name) {
    return fields.containsKey(name.toLowerCase(Locale.ROOT));
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The fields as lines of a mail, names in lower case; {@link #parse} reads them again. */
  String lines() {
    var text = new StringBuilder();
    fields.forEach((name, values) -> values.forEach(value -> text.append(name).append(": ").append(value).append('\n')));
    return text.toString();
  }
}
