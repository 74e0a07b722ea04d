package org.enlacehub.inbound;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message that is, as a whole, a command and no question. STOP and its kin as CTIA and the FCC's rule of April 2025 name them, and
 * what people write in Spanish.
 */
sealed interface Command {

  /** No more messages. */
  record Stop() implements Command {}

  /** Messages again. */
  record Start() implements Command {}

  /** Yes, I agree to what I was asked (double opt-in); no word is one by itself. */
  record Confirm() implements Command {}

  /** Who are you, what can I write? */
  record Help() implements Command {}

  /** Write to me in this language (ISO 639). */
  record Speak(String language) implements Command {}

  /** How does my inquiry stand? */
  record Status(String reference) implements Command {}

  /** The command's name, as it is kept with the message. */
  default String word() {
    return getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  /** The command that a text is, whatever its case, accents and punctuation; empty when it says anything else. */
  static Optional<Command> of(String text) {
    var spelled = Words.spelled(text);
    var plain = spelled.replace('-', ' ').strip();
    return Optional.ofNullable(Words.COMMANDS.get(plain)).or(() -> language(plain)).or(() -> status(spelled));
  }

  /** True for a text that holds a word of refusal and one about messages, lists or numbers, in whatever sentence. */
  static boolean refusesMessages(String text) {
    var spelled = Words.spelled(text);
    return Words.ABOUT_MESSAGES.matcher(spelled).find() && Words.REFUSAL.matcher(spelled).find();
  }

  private static Optional<Command> language(String plain) {
    var asked = Words.LANGUAGE.matcher(plain);
    return asked.lookingAt() ? Optional.ofNullable(Words.LANGUAGES.get(plain.substring(asked.end()))).map(Speak::new) : Optional.empty();
  }

  private static Optional<Command> status(String spelled) {
    var asked = Words.STATUS.matcher(spelled);
    // Without a hyphen or a digit it may be a word: "estado Kansas" answers where somebody is, "estado de la casa" is a question.
    return asked.matches() && (asked.group(2).equals("-") || asked.group(3).matches(".*\\d.*"))
        ? Optional.of(new Status((asked.group(1) + "-" + asked.group(3)).toUpperCase(Locale.ROOT))) : Optional.empty();
  }

  /** The words. */
  final class Words {
    private static final Map<String, Command> COMMANDS = new HashMap<>();
    private static final Map<String, String> LANGUAGES = new HashMap<>();
    private static final Pattern LANGUAGE = Pattern.compile("^(?:idioma|lengua|language|en|in) ");
    private static final Pattern ABOUT_MESSAGES = Pattern.compile(
        "\\b(?:mensaj|escri|manda|manden|envi|aviso|texto|lista|numero|grupo|text|messag|list\\b|number|sms|whatsapp|unsubscrib)");
    private static final Pattern REFUSAL = Pattern.compile(
        "\\b(?:no|nunca|deje|deja|quit|borr|saqu|basta|elimin|pare|stop|don t|dont|not|never|remove|delete|off|unsubscrib|baja)");
    private static final Pattern STATUS =
        Pattern.compile("(?:estado|estatus|status|consulta|referencia)(?: de)? ([a-z]{2})([ -]?)([2-9a-hj-np-z]{4})");

    static {
      put(new Stop(), "stop", "stopall", "stop all", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "opt out", "alto",
          "parar", "pare", "baja", "cancelar", "darme de baja", "dar de baja", "deme de baja", "quiero darme de baja");
      put(new Start(), "start", "unstop", "alta", "darme de alta", "deme de alta");
      put(new Help(), "help", "info", "ayuda");
      put(new Speak("es"), "espanol", "castellano", "spanish");
      put(new Speak("en"), "english", "ingles");
      language("es", "es", "espanol", "castellano", "spanish");
      language("en", "en", "english", "ingles");
      language("quc", "kiche", "k iche", "quiche");
      language("mam", "mam");
      language("kek", "qeqchi", "q eqchi", "kekchi");
      language("kjb", "qanjobal", "q anjob al", "kanjobal");
      language("cak", "kaqchikel", "cakchiquel");
      language("ixl", "ixil");
      language("cac", "chuj");
      language("acr", "achi");
      language("knj", "akateko", "acateco");
      language("jac", "popti", "jakalteko", "jacalteco");
      language("poh", "poqomchi", "pocomchi");
      language("tzj", "tzutujil", "tz utujil", "zutujil");
      language("cab", "garifuna");
      language("xin", "xinka", "xinca");
    }

    private Words() {}

    private static void put(Command command, String... words) {
      for (var word : words) {
        COMMANDS.put(word, command);
      }
    }

    private static void language(String code, String... names) {
      for (var name : names) {
        LANGUAGES.put(name, code);
      }
    }

    /** Small letters without accents, digits and hyphens, everything else one space. */
    private static String spelled(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N}-]+", " ").strip();
    }
  }
}
