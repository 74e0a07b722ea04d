package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A header's value with its parameters, as of {@code Content-Type} and {@code Content-Disposition} (RFC 2045, RFC 2231).
 *
 * @param value lower case, without the parameters
 * @param parameters by name in lower case
 */
record ContentType(String value, Map<String, String> parameters) {
  private static final Pattern PARAMETER = Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[^;]*)");
  private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");
  private static final int LONGEST = 16_000;

  static ContentType parse(String header) {
    var text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    int end = text.indexOf(';');
    var value = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    var plain = new HashMap<String, String>();
    var extended = new TreeMap<String, String>();
    var match = PARAMETER.matcher(end < 0 ? "" : text.substring(end));
    while (match.find()) {
      var name = match.group(1).toLowerCase(Locale.ROOT);
      (name.contains("*") ? extended : plain).putIfAbsent(name, unquoted(match.group(2).strip()));
    }
    continued(extended).forEach(plain::put);
    return new ContentType(value, Map.copyOf(plain));
  }

  /** The type of a part; what is missing or no type is plain text. */
  static ContentType ofPart(MailHeaders headers) {
    var type = parse(headers.text("content-type"));
    return TYPE.matcher(type.value()).matches() ? type : new ContentType("text/plain", type.parameters());
  }

  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  boolean is(String prefix) {
    return value.startsWith(prefix);
  }

  /** {@code name*0*=utf-8''a%20b; name*1=c} becomes {@code name=a bc}. */
  private static Map<String, String> continued(TreeMap<String, String> extended) {
    var pieces = new HashMap<String, TreeMap<Integer, String>>();
    var charsets = new HashMap<String, String>();
    extended.forEach((key, value) -> {
      var words = key.split("\\*", -1);
      int number = words.length > 1 && words[1].matches("\\d{1,3}") ? Integer.parseInt(words[1]) : 0;
      var raw = value;
      if (key.endsWith("*")) {
        var quoted = value.split("'", 3);
        if (quoted.length == 3) {
          charsets.put(words[0], quoted[0]);
          raw = quoted[2];
        }
        raw = percent(raw);
      }
      pieces.computeIfAbsent(words[0], _ -> new TreeMap<>()).put(number, raw);
    });
    var all = new HashMap<String, String>();
    pieces.forEach((name, parts) -> all.put(name, Charsets.decode(String.join("", parts.values()).getBytes(StandardCharsets.ISO_8859_1),
        charsets.get(name))));
    return all;
  }

  private static String percent(String text) {
    return new String(Transfer.quotedPrintable(text.replace("=", "%3D").replace('%', '=').getBytes(StandardCharsets.ISO_8859_1), true),
        StandardCharsets.ISO_8859_1);
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
  }
}
