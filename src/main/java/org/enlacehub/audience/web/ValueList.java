package org.enlacehub.audience.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several values in one field of a form: separated by commas, in quotes where a value holds one. */
final class ValueList {
  private static final Pattern VALUE = Pattern.compile("\\s*\"([^\"]*)\"\\s*|([^,]+)");

  private ValueList() {}

  static List<String> split(String typed) {
    return VALUE.matcher(typed).results().map(found -> (found.group(1) != null ? found.group(1) : found.group(2)).strip())
        .filter(value -> !value.isEmpty()).toList();
  }

  static String join(List<String> values) {
    return values.stream().map(value -> value.contains(",") ? "\"" + value + "\"" : value).collect(Collectors.joining(", "));
  }
}
