package org.enlacehub.campaign;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A short answer as people write one, made comparable: small letters without accents, no greeting and no thanks at either end.
 *
 * @param words what is left
 */
record AnswerText(String words) {
  /** Before an answer or after it, and no matter of its own. */
  private static final List<String> COURTESY = List.of("buenos dias", "buen dia", "buenas tardes", "buenas noches", "buenas", "muchas gracias",
      "mil gracias", "gracias", "por favor", "porfa", "hola", "saludos", "bendiciones", "dios los bendiga", "dios le bendiga", "primero dios",
      "dios primero", "si dios quiere", "con gusto", "disculpe", "disculpen", "perdon", "lo siento", "hello", "hi", "good morning", "good afternoon",
      "thank you so much", "thank you very much", "thank you", "thanks", "please", "god bless you", "god bless", "sorry", "🙏", "😊", "🇬🇹");
  /** Marks that end what was said. A question mark does not: "¿voy?" asks. */
  private static final String STOPS = ".,;:!¡¿\n-–—()";
  private static final String ENYE = "\u0001";

  static AnswerText of(String text) {
    return new AnswerText(withoutCourtesy(spelled(text)));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** It is these words and nothing else but thanks. */
  boolean is(String said) {
    var plain = of(said).words;
    return opens(plain) && after(plain).isEmpty();
  }

  /** It begins with these words, whatever follows. */
  boolean begins(String said) {
    var start = trimmed(spelled(said));
    return !start.isEmpty() && begins(words, start);
  }

  /** It begins with these words, already spelled plainly, and they stand for themselves: what follows is a stop, a courtesy or nothing. */
  boolean opens(String plain) {
    if (plain.isEmpty() || !words.startsWith(plain)) {
      return false;
    }
    var after = words.substring(plain.length());
    var next = after.stripLeading();
    return next.isEmpty() || STOPS.indexOf(after.charAt(0)) >= 0 || STOPS.indexOf(next.charAt(0)) >= 0
        || after.charAt(0) == ' ' && COURTESY.stream().anyMatch(polite -> begins(next, polite));
  }

  /** What follows after words that it opens with. */
  AnswerText after(String plain) {
    return new AnswerText(withoutCourtesy(words.substring(plain.length())));
  }

  /** Small letters without accents but the tilde of ñ, apostrophes as spaces, one space where there are more. */
  static String spelled(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("ñ", ENYE), Normalizer.Form.NFKD).replaceAll("\\p{M}", "").replace(ENYE, "ñ")
        .replaceAll("['’ʼ`´]", " ").replaceAll("[ \\t]+", " ").strip();
  }

  /** Without marks at either end; a question mark stays. */
  static String trimmed(String text) {
    return text.replaceAll("^[\\s.,;:!¡¿\\-–—()]+|[\\s.,;:!¡\\-–—()]+$", "");
  }

  private static String withoutCourtesy(String text) {
    var rest = trimmed(text);
    for (var polite : COURTESY) {
      if (begins(rest, polite)) {
        return withoutCourtesy(rest.substring(polite.length()));
      }
    }
    return rest;
  }

  private static boolean begins(String text, String words) {
    return text.startsWith(words) && (text.length() == words.length() || !Character.isLetterOrDigit(text.charAt(words.length())));
  }
}
