package org.enlacehub.audience;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.enlacehub.audience.antlr.AudienceQueryParser;

/** What the parser could have taken: signs as they are written, and words for what has many forms. */
final class ExpectedWords {
  private static final Map<Integer, String> WORDS = Map.ofEntries(
      Map.entry(Token.EOF, "end"), Map.entry(AudienceQueryParser.AND, "and"), Map.entry(AudienceQueryParser.OR, "or"),
      Map.entry(AudienceQueryParser.NOT, "not"), Map.entry(AudienceQueryParser.IN, "in"), Map.entry(AudienceQueryParser.WORD, "field"),
      Map.entry(AudienceQueryParser.NUMBER, "number"), Map.entry(AudienceQueryParser.DISTANCE, "distance"),
      Map.entry(AudienceQueryParser.STARTS, "starts"), Map.entry(AudienceQueryParser.OF, "of"));
  private static final Map<String, String> ENGLISH = Map.of("end", "the end", "field", "a field", "value", "a value",
      "number", "a number", "distance", "a distance such as 80km");

  private ExpectedWords() {}

  static List<String> of(AudienceQueryParser parser) {
    var words = new LinkedHashSet<String>();
    var expected = parser.getExpectedTokens();
    // Where any value fits, the many forms of one are noise.
    if (expected.contains(AudienceQueryParser.TEXT)) return List.of("value");
    for (int type : expected.toList()) {
      var literal = parser.getVocabulary().getLiteralName(type);
      var word = WORDS.getOrDefault(type, literal == null ? null : literal.substring(1, literal.length() - 1));
      if (word != null) words.add(word);
    }
    return List.copyOf(words);
  }

  static String english(List<String> words) {
    return words.isEmpty() ? "something else" : String.join(", ", words.stream().map(word -> ENGLISH.getOrDefault(word, word)).toList());
  }
}
