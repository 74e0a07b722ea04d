package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of a form or of a query, in their order; a name may come several times ({@code MediaUrl}). */
record Form(Map<String, List<String>> fields) {

  /** Reads {@code application/x-www-form-urlencoded}; a piece that cannot be decoded is taken as it stands. */
  static Form parse(@Nullable String encoded) {
    var fields = new LinkedHashMap<String, List<String>>();
    if (encoded != null && !encoded.isEmpty()) {
      for (var pair : encoded.split("&")) {
        int equals = pair.indexOf('=');
        var name = decode(equals < 0 ? pair : pair.substring(0, equals));
        fields.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  /** Encodes fields for a POST. */
  static String encode(Map<String, String> fields) {
    var text = new StringBuilder();
    fields.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
        .append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }

  /** The first value; null when the field is absent or blank, which Twilio treats alike. */
  @Nullable String get(String name) {
    var values = fields.get(name);
    return values == null || values.getFirst().isBlank() ? null : values.getFirst();
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
  }

  int number(String name, int fallback, int min, int max) {
    var value = get(name);
    try {
      return value == null ? fallback : Math.clamp(Integer.parseInt(value), min, max);
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
