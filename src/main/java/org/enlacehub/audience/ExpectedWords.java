package org.enlacehub.audience;

import java.util.LinkedHashSet;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.enlacehub.audience.antlr.AudienceQueryParser;

/** What the parser could have taken, in words. */
final class ExpectedWords {
  private static final Map<Integer, String> WORDS = Map.ofEntries(
      Map.entry(Token.EOF, "the end"), Map.entry(AudienceQueryParser.AND, "and"), Map.entry(AudienceQueryParser.OR, "or"),
      Map.entry(AudienceQueryParser.NOT, "not"), Map.entry(AudienceQueryParser.IN, "in"), Map.entry(AudienceQueryParser.WORD, "a field"),
      Map.entry(AudienceQueryParser.TEXT, "a value"), Map.entry(AudienceQueryParser.NUMBER, "a number"),
      Map.entry(AudienceQueryParser.DISTANCE, "a distance such as 80km"), Map.entry(AudienceQueryParser.STARTS, "starts"));

  private ExpectedWords() {}

  static String of(AudienceQueryParser parser) {
    var words = new LinkedHashSet<String>();
    var expected = parser.getExpectedTokens();
    // Where any value fits, the many forms of one are noise.
    if (expected.contains(AudienceQueryParser.TEXT)) return "a value";
    for (int type : expected.toList()) {
      var literal = parser.getVocabulary().getLiteralName(type);
      var word = WORDS.getOrDefault(type, literal == null ? null : literal);
      if (word != null) words.add(word);
    }
    return words.isEmpty() ? "something else" : String.join(", ", words);
  }
}
