package org.enlacehub.console.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws a schema of the description as JSON whose values are type names: what a reader copies and fills in. */
final class SchemaShape {
  private static final int DEEPEST = 6;
  private static final String INDENT = "  ";
  private final Map<String, Object> schemas;

  SchemaShape(Map<String, Object> schemas) {
    this.schemas = schemas;
  }

  String of(Map<?, ?> schema) {
    return shape(schema, 0);
  }

  private String shape(Map<?, ?> schema, int depth) {
    if (depth > DEEPEST) {
      return "…";
    }
    if (schema.get("$ref") instanceof String target) {
      return schemas.get(target.substring(target.lastIndexOf('/') + 1)) instanceof Map<?, ?> named ? shape(named, depth) : "object";
    }
    for (var joined : List.of("allOf", "oneOf", "anyOf")) {
      if (schema.get(joined) instanceof List<?> parts && !parts.isEmpty() && parts.getFirst() instanceof Map<?, ?> first) {
        return shape(first, depth);
      }
    }
    if (schema.get("enum") instanceof List<?> words) {
      return words.stream().map(String::valueOf).collect(Collectors.joining(" | "));
    }
    if (schema.get("items") instanceof Map<?, ?> items) {
      return "[" + shape(items, depth) + "]";
    }
    if (schema.get("properties") instanceof Map<?, ?> fields) {
      return object(fields, depth);
    }
    return type(schema);
  }

  private String object(Map<?, ?> fields, int depth) {
    var inner = INDENT.repeat(depth + 1);
    return fields.entrySet().stream()
        .map(field -> inner + '"' + field.getKey() + "\": " + (field.getValue() instanceof Map<?, ?> value ? shape(value, depth + 1) : "any"))
        .collect(Collectors.joining(",\n", "{\n", "\n" + INDENT.repeat(depth) + "}"));
  }

  static String type(Map<?, ?> schema) {
    var type = schema.get("type") instanceof String named ? named : "any";
    return schema.get("format") instanceof String format ? type + " (" + format + ")" : type;
  }
}
