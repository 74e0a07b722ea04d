package org.enlacehub.audience;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.enlacehub.audience.QueryError.At;
import org.enlacehub.audience.antlr.AudienceQueryLexer;
import org.enlacehub.audience.antlr.AudienceQueryParser;

/** Text to parse tree, within limits that keep parser and database safe. */
final class QueryReader {
  /** A query that a person can still understand is far shorter. */
  static final int LONGEST = 10_000;
  static final int DEEPEST = 100;
  static final int MOST_TERMS = 300;

  private QueryReader() {}

  static AudienceQueryParser.QueryContext read(String text) {
    if (text == null || text.isBlank()) {
      throw error(0, 1, 1, "empty", "The query is empty; write all for everybody.", "all");
    }
    if (text.length() > LONGEST) {
      throw error(LONGEST, 1, LONGEST + 1, "too-long", "The query has more than " + LONGEST + " characters; use a tag or several queries.",
          null);
    }
    var lexer = new AudienceQueryLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    var tokens = new CommonTokenStream(lexer);
    tokens.fill();
    withinLimits(tokens.getTokens());
    var errors = new Errors();
    var parser = new AudienceQueryParser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(errors);
    var tree = parser.query();
    // What follows the first error is the parser's guess, not the writer's mistake.
    if (!errors.all.isEmpty()) throw new QueryError(errors.all.subList(0, 1));
    return tree;
  }

  private static void withinLimits(List<Token> tokens) {
    int depth = 0;
    int negations = 0;
    int terms = 0;
    for (var token : tokens) {
      switch (token.getText()) {
        case "(" -> depth++;
        case ")" -> depth--;
        default -> { }
      }
      negations = token.getType() == AudienceQueryLexer.NOT ? negations + 1 : 0;
      if (token.getType() == AudienceQueryLexer.AND || token.getType() == AudienceQueryLexer.OR) terms++;
      if (depth > DEEPEST || negations > DEEPEST) {
        throw at(token, "too-deep", "Parentheses and not are nested more than " + DEEPEST + " deep; write it flatter.", null);
      }
      if (terms > MOST_TERMS) throw at(token, "too-many", "More than " + MOST_TERMS + " conditions; use in (…) or a tag.", null);
    }
  }

  static QueryError at(Token token, String code, String message, String suggestion) {
    return new QueryError(List.of(new At(token.getStartIndex(), token.getLine(), token.getCharPositionInLine() + 1, code, message,
        suggestion, List.of(token.getText()))));
  }

  private static QueryError error(int offset, int line, int column, String code, String message, String suggestion) {
    return new QueryError(List.of(new At(offset, line, column, code, message, suggestion, List.of())));
  }

  /** Tells a syntax error as a person would. */
  private static final class Errors extends BaseErrorListener {
    final List<At> all = new ArrayList<>();

    @Override
    public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String text, RecognitionException e) {
      var token = (Token) symbol;
      var expected = ExpectedWords.of((AudienceQueryParser) recognizer);
      var words = ExpectedWords.english(expected);
      if (token.getType() == Token.EOF) {
        add(token, "unfinished", "The query ends too early; expected " + words + ".", null, expected);
      } else if (token.getText().startsWith("\"") && token.getType() != AudienceQueryLexer.TEXT) {
        add(token, "open-quote", "This quote is never closed.", "\"", List.of());
      } else {
        add(token, "unexpected", "'" + token.getText() + "' does not fit here; expected " + words + ".", near(token), expected);
      }
    }

    private void add(Token token, String code, String message, String suggestion, List<String> expected) {
      var details = new ArrayList<String>(List.of(token.getText()));
      details.addAll(expected);
      all.add(new At(token.getStartIndex(), token.getLine(), token.getCharPositionInLine() + 1, code, message, suggestion, details));
    }

    private static String near(Token token) {
      return switch (token.getText().toLowerCase(java.util.Locale.ROOT)) {
        case "&", "&&", "y" -> "and";
        case "|", "||", "o", "u" -> "or";
        case "!", "no" -> "not";
        case "==" -> "=";
        default -> null;
      };
    }
  }
}
