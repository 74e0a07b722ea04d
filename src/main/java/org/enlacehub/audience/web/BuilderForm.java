package org.enlacehub.audience.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlacehub.audience.Asking;
import org.enlacehub.audience.QueryError;
import org.enlacehub.audience.QueryOutline;
import org.enlacehub.audience.QueryPart;
import org.enlacehub.audience.QueryPart.Group;
import org.enlacehub.audience.QueryPart.Row;
import org.enlacehub.audience.QueryWriter;

/**
 * What the builder's form sends. It holds a query twice, as text and as rows; whichever was changed since both agreed is meant. Rows are
 * named by their path: {@code r-0-2-field} is the field of the third part of the first group.
 */
final class BuilderForm {
  static final Row NEW_ROW = new Row("country", Asking.EQUAL, List.of(""));
  private static final int MOST_PARTS = 100;
  private static final int DEEPEST = 6;
  private final Map<String, String> fields;

  BuilderForm(Map<String, String> fields) {
    this.fields = fields;
  }

  /** The form as it stands before anybody touched it. */
  static BuilderForm of(String slug, int version, String title, String query) {
    return new BuilderForm(Map.of("slug", slug, "version", Integer.toString(version), "title", title, "query", query, "last", query));
  }

  String slug() {
    return field("slug");
  }

  int version() {
    return field("version").matches("\\d{1,9}") ? Integer.parseInt(field("version")) : 0;
  }

  String title() {
    return field("title").strip();
  }

  String query() {
    return field("query").replace("\r\n", "\n");
  }

  /** The query when text and rows last agreed. */
  String lastRead() {
    return field("last").replace("\r\n", "\n");
  }

  /** What a button asks for: {@code fix}, {@code discard}, {@code add:PATH}, {@code group:PATH}, {@code remove:PATH}; empty for none. */
  String act() {
    return field("act");
  }

  /** A field of a row that is only there for the form, such as the window of its map. */
  String ofRow(String path, String name) {
    return field("r-" + path + "-" + name);
  }

  /** True when the rows were changed and the text was not. */
  boolean isFromRows() {
    if (!fields.containsKey("g--join") || !query().equals(lastRead())) return false;
    var written = QueryWriter.write(rows()).text();
    try {
      return !written.equals(QueryWriter.write(QueryOutline.read(lastRead())).text()) || hasUnfinished(rows());
    } catch (QueryError e) {
      return true;
    }
  }

  private static boolean hasUnfinished(Group group) {
    return group.parts().stream().anyMatch(part -> part instanceof Group inner ? hasUnfinished(inner) : !((Row) part).isComplete());
  }

  /** The query that is meant. */
  String meant() {
    return isFromRows() ? QueryWriter.write(rows()).text() : query();
  }

  Group rows() {
    return group("", 1);
  }

  private Group group(String path, int depth) {
    var parts = new ArrayList<QueryPart>();
    for (int i = 0; i < MOST_PARTS; i++) {
      var at = path.isEmpty() ? Integer.toString(i) : path + "-" + i;
      if (fields.containsKey("r-" + at + "-field")) parts.add(row(at));
      else if (fields.containsKey("g-" + at + "-join") && depth < DEEPEST) parts.add(group(at, depth + 1));
      else break;
    }
    return new Group(!field("g-" + path + "-join").equals("any"), field("g-" + path + "-not").equals("yes"), parts);
  }

  private Row row(String path) {
    var asking = Asking.parse(ofRow(path, "asking")).orElse(Asking.EQUAL);
    var value = ofRow(path, "value");
    var values = switch (asking) {
      case HAS, HAS_NOT -> List.<String>of();
      case IN, NOT_IN -> ValueList.split(value);
      case INSIDE -> value.lines().flatMap(line -> List.of(line.split(";")).stream()).map(String::strip).filter(v -> !v.isEmpty()).toList();
      case WITHIN -> List.of(value.strip(), ofRow(path, "centre").strip());
      default -> List.of(value.strip());
    };
    return new Row(ofRow(path, "field"), asking, values);
  }

  /** The rows after the act of the button that was pressed. */
  Group acted(Group rows) {
    int colon = act().indexOf(':');
    if (colon < 0) return rows;
    var path = act().substring(colon + 1);
    return switch (act().substring(0, colon)) {
      case "add" -> changed(rows, "", path, group -> with(group, NEW_ROW));
      case "group" -> changed(rows, "", path, group -> with(group, new Group(!group.all(), false, List.of(NEW_ROW))));
      case "remove" -> without(rows, "", path);
      default -> rows;
    };
  }

  private static Group with(Group group, QueryPart part) {
    var parts = new ArrayList<>(group.parts());
    parts.add(part);
    return new Group(group.all(), group.not(), parts);
  }

  private static Group changed(Group group, String path, String wanted, java.util.function.UnaryOperator<Group> change) {
    if (path.equals(wanted)) return change.apply(group);
    var parts = new ArrayList<QueryPart>();
    for (int i = 0; i < group.parts().size(); i++) {
      var part = group.parts().get(i);
      parts.add(part instanceof Group inner ? changed(inner, path.isEmpty() ? "" + i : path + "-" + i, wanted, change) : part);
    }
    return new Group(group.all(), group.not(), parts);
  }

  /** A group that loses its last part goes with it. */
  private static Group without(Group group, String path, String unwanted) {
    var parts = new ArrayList<QueryPart>();
    for (int i = 0; i < group.parts().size(); i++) {
      var at = path.isEmpty() ? "" + i : path + "-" + i;
      if (at.equals(unwanted)) continue;
      if (!(group.parts().get(i) instanceof Group inner)) parts.add(group.parts().get(i));
      else if (!without(inner, at, unwanted).parts().isEmpty() || inner.parts().isEmpty()) parts.add(without(inner, at, unwanted));
    }
    return new Group(group.all(), group.not(), parts);
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
