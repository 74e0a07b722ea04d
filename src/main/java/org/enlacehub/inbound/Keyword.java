package org.enlacehub.inbound;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A word that, alone in a message, is a command and no question. STOP and its kin as CTIA and the FCC's rule of April 2025 name them,
 * and what people write in Spanish.
 */
enum Keyword {
  STOP, START, HELP;

  private static final Map<String, Keyword> WORDS = Map.ofEntries(
      Map.entry("stop", STOP), Map.entry("stopall", STOP), Map.entry("stop all", STOP), Map.entry("unsubscribe", STOP),
      Map.entry("cancel", STOP), Map.entry("end", STOP), Map.entry("quit", STOP), Map.entry("revoke", STOP), Map.entry("optout", STOP),
      Map.entry("opt out", STOP), Map.entry("alto", STOP), Map.entry("parar", STOP), Map.entry("baja", STOP),
      Map.entry("cancelar", STOP), Map.entry("darme de baja", STOP), Map.entry("start", START), Map.entry("unstop", START),
      Map.entry("alta", START), Map.entry("help", HELP), Map.entry("info", HELP), Map.entry("ayuda", HELP));

  /** The command that a message is, whatever its case, accents and punctuation; empty when it says anything else. */
  static Optional<Keyword> of(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return Optional.ofNullable(WORDS.get(plain));
  }
}
