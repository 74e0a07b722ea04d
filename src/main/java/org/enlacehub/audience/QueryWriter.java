package org.enlacehub.audience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.enlacehub.audience.QueryPart.Group;
import org.enlacehub.audience.QueryPart.Row;
import org.enlacehub.audience.antlr.AudienceQueryLexer;

/** Writes rows and groups as a query, quoting where it must. Rows that are not complete are left out. */
public final class QueryWriter {
  private static final String POINT = "\\s*-?\\d+(\\.\\d+)?\\s*,\\s*-?\\d+(\\.\\d+)?\\s*";
  private static final List<Integer> BARE = List.of(AudienceQueryLexer.WORD, AudienceQueryLexer.DATE, AudienceQueryLexer.SPAN,
      AudienceQueryLexer.NUMBER, AudienceQueryLexer.DISTANCE);
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> starts = new LinkedHashMap<>();

  private QueryWriter() {}

  /**
   * A query that was written.
   *
   * @param starts where each row begins in it, by the row's path: the places of its groups and its own, from 0, joined by dashes
   */
  public record Written(String text, Map<String, Integer> starts) {

    /** The row in which a character stands; empty when none was written. */
    public String rowAt(int offset) {
      return starts.entrySet().stream().filter(start -> start.getValue() <= offset).reduce((_, later) -> later).map(Map.Entry::getKey)
          .orElse("");
    }
  }

  /** The query that means these rows; {@code all} when none is complete. */
  public static Written write(Group whole) {
    var writer = new QueryWriter();
    if (whole.not() && isWritten(whole)) {
      writer.text.append("not ");
      writer.group(whole, "", true);
    } else {
      writer.group(whole, "", false);
    }
    return new Written(writer.text.isEmpty() ? "all" : writer.text.toString(), writer.starts);
  }

  private void group(Group group, String path, boolean parentheses) {
    boolean first = true;
    if (parentheses) text.append('(');
    for (int i = 0; i < group.parts().size(); i++) {
      var part = group.parts().get(i);
      if (!isWritten(part)) continue;
      if (!first) text.append(group.all() ? " and " : " or ");
      first = false;
      part(part, path.isEmpty() ? Integer.toString(i) : path + "-" + i);
    }
    if (first) text.append(parentheses ? "all" : "");
    if (parentheses) text.append(')');
  }

  private void part(QueryPart part, String path) {
    switch (part) {
      case Row row -> {
        starts.put(path, text.length());
        text.append(row(row));
      }
      case Group group -> {
        if (group.not()) text.append("not ");
        if (group.parts().isEmpty()) text.append("all");
        else group(group, path, true);
      }
    }
  }

  /** A group stands in the query when it means everybody on purpose, or when one of its rows is complete. */
  private static boolean isWritten(QueryPart part) {
    return switch (part) {
      case Row row -> row.isComplete();
      case Group group -> group.parts().isEmpty() || group.parts().stream().anyMatch(QueryWriter::isWritten);
    };
  }

  private static String row(Row row) {
    var values = row.values();
    return switch (row.asking()) {
      case HAS, HAS_NOT -> row.asking().words() + " " + row.field();
      case IN, NOT_IN -> row.field() + " " + row.asking().words() + " " + values.stream().map(QueryWriter::quoted)
          .collect(Collectors.joining(", ", "(", ")"));
      case WITHIN -> "within " + values.getFirst().strip().replace(" ", "") + "km of " + centre(values.get(1));
      case INSIDE -> "inside " + values.stream().map(v -> "(" + v.strip() + ")").collect(Collectors.joining(", ", "(", ")"));
      default -> row.field() + " " + row.asking().words() + " " + quoted(values.getFirst());
    };
  }

  private static String centre(String centre) {
    return centre.matches(POINT) ? "(" + centre.strip() + ")" : "\"" + escaped(centre.strip()) + "\"";
  }

  /** Bare when it reads as one value of the language, else in quotes. */
  static String quoted(String value) {
    var stripped = value.strip();
    var lexer = new AudienceQueryLexer(CharStreams.fromString(stripped));
    lexer.removeErrorListeners();
    var tokens = lexer.getAllTokens();
    return tokens.size() == 1 && BARE.contains(tokens.getFirst().getType()) && tokens.getFirst().getText().equals(stripped)
        ? stripped : "\"" + escaped(stripped) + "\"";
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
