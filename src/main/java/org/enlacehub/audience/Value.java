package org.enlacehub.audience;

import org.antlr.v4.runtime.Token;
import org.enlacehub.audience.antlr.AudienceQueryParser;

/**
 * A value as it stands in a query.
 *
 * @param text without quotes
 * @param at where it stands, for errors
 */
record Value(Form form, String text, Token at) {

  /** How a value is written. */
  enum Form { TEXT, DATE, SPAN, NUMBER, DISTANCE, WORD }

  static Value of(AudienceQueryParser.ValueContext context) {
    var token = context.getStart();
    return switch (token.getType()) {
      case AudienceQueryParser.TEXT -> new Value(Form.TEXT, unquoted(token.getText()), token);
      case AudienceQueryParser.DATE -> new Value(Form.DATE, token.getText(), token);
      case AudienceQueryParser.SPAN -> new Value(Form.SPAN, token.getText(), token);
      case AudienceQueryParser.NUMBER -> new Value(Form.NUMBER, token.getText(), token);
      case AudienceQueryParser.DISTANCE -> new Value(Form.DISTANCE, token.getText(), token);
      default -> new Value(Form.WORD, token.getText(), token);
    };
  }

  static String unquoted(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  /** True for {@code San*}. */
  boolean isPrefix() {
    return text.length() > 1 && text.endsWith("*");
  }

  String prefix() {
    return isPrefix() ? text.substring(0, text.length() - 1) : text;
  }
}
