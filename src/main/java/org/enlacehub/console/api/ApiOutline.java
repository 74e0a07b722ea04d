package org.enlacehub.console.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the paths of a description into what the page shows. */
final class ApiOutline {
  private final SchemaShape shapes;

  ApiOutline(SchemaShape shapes) {
    this.shapes = shapes;
  }

  /** @param paths path to method to operation, each with one tag */
  List<ApiResource> of(Map<String, Object> paths) {
    var byTag = new TreeMap<String, List<ApiOperation>>();
    paths.forEach((path, methods) -> map(methods).forEach((method, operation) -> {
      var fields = map(operation);
      byTag.computeIfAbsent(list(fields.get("tags")).getFirst().toString(), _ -> new ArrayList<>())
          .add(operation(path, String.valueOf(method).toUpperCase(Locale.ROOT), fields));
    }));
    return byTag.entrySet().stream().map(tag -> new ApiResource(tag.getKey(), tag.getValue())).toList();
  }

  private ApiOperation operation(String path, String method, Map<?, ?> fields) {
    var parameters = list(fields.get("parameters")).stream().map(ApiOutline::map).map(ApiOutline::parameter).toList();
    var answers = map(fields.get("responses")).entrySet().stream()
        .map(answer -> new ApiOperation.Answer(String.valueOf(answer.getKey()), body(map(answer.getValue())))).toList();
    var about = fields.get("summary") instanceof String said ? said : fields.get("description") instanceof String said ? said : null;
    return new ApiOperation(String.valueOf(fields.get("operationId")), method, path, about, parameters,
        body(map(fields.get("requestBody"))), answers);
  }

  private static ApiOperation.Parameter parameter(Map<?, ?> fields) {
    return new ApiOperation.Parameter(String.valueOf(fields.get("name")), String.valueOf(fields.get("in")),
        Boolean.TRUE.equals(fields.get("required")), SchemaShape.type(map(fields.get("schema"))));
  }

  private String body(Map<?, ?> holder) {
    return map(holder.get("content")).values().stream().findFirst().map(content -> shapes.of(map(map(content).get("schema")))).orElse(null);
  }

  private static Map<?, ?> map(Object node) {
    return node instanceof Map<?, ?> fields ? fields : Map.of();
  }

  private static List<?> list(Object node) {
    return node instanceof List<?> items ? items : List.of();
  }
}
