package org.enlacehub.triage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.enlacehub.triage.Token.Pause;

/**
 * Turns what a person typed into tokens: folds case and accents, squeezes "ayudaaaa", spells out SMS shorthand and numbers.
 * The offsets of the written text are kept, so that every match can be shown.
 *
 * @param shorthand from a written form to the words that it stands for; a key with an accent is only met by that accent
 * @param numbers from a number word to its value
 */
record Writing(Map<String, String> shorthand, Map<String, Integer> numbers) {
  private static final int LONGEST_WORD = 60;
  private static final int MOST_TOKENS = 2_000;

  List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    var pause = Pause.STOP;
    int i = 0;
    while (i < text.length() && tokens.size() < MOST_TOKENS) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      if (isWord(c)) {
        int end = i + width;
        while (end < text.length() && (isWord(text.codePointAt(end)) || joins(text, end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        add(tokens, text, i, end, pause);
        pause = Pause.NONE;
        i = end;
      } else {
        if (shorthand.containsKey(Character.toString(c))) {
          add(tokens, text, i, i + width, pause);
          pause = Pause.NONE;
        } else {
          pause = stronger(pause, text, i);
        }
        i += width;
      }
    }
    return tokens;
  }

  private void add(List<Token> tokens, String text, int start, int end, Pause pause) {
    var written = text.substring(start, Math.min(end, start + LONGEST_WORD)).toLowerCase(Locale.ROOT);
    var plain = fold(written);
    if (plain.isEmpty()) {
      return;
    }
    var words = shorthand.getOrDefault(Normalizer.normalize(written, Normalizer.Form.NFC), shorthand.getOrDefault(plain, plain));
    var before = pause;
    for (var word : words.split(" ")) {
      tokens.add(new Token(word, Sound.of(word), start, end, before, number(word)));
      before = Pause.NONE;
    }
  }

  private int number(String word) {
    if (word.length() < 7 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.parseInt(word);
    }
    return numbers.getOrDefault(word, -1);
  }

  /** Lower case without accents, apostrophes and ornaments; a letter that stands three times or more in a row stands once. */
  static String fold(String written) {
    var decomposed = Normalizer.normalize(written, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
        continue;
      }
      int run = out.length();
      while (run > 0 && out.charAt(run - 1) == c) {
        run--;
      }
      int length = out.length() - run;
      if (Character.isDigit(c) || length < 2) {
        out.append(c);
      } else {
        out.setLength(run + 1);
        while (i + 1 < decomposed.length() && decomposed.charAt(i + 1) == c) {
          i++;
        }
      }
    }
    return out.toString();
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** An apostrophe inside a word belongs to it: "can't", "q'eqchi'", "b'antiox". */
  private static boolean joins(String text, int i) {
    return "'’ʼ`´".indexOf(text.charAt(i)) >= 0 && i + 1 < text.length() && Character.isLetter(text.codePointAt(i + 1));
  }

  private static Pause stronger(Pause pause, String text, int i) {
    return switch (text.charAt(i)) {
      case '.' -> i + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)) ? Pause.STOP : pause;
      case '!', '?', '¡', '¿', ';', '\n' -> Pause.STOP;
      case ',', ':', '(', ')' -> pause == Pause.NONE ? Pause.COMMA : pause;
      default -> pause;
    };
  }
}
