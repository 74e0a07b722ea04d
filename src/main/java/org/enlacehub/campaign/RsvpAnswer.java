package org.enlacehub.campaign;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether somebody comes, as they wrote it. Only what opens a message, or follows a greeting, and ends at a stop counts: "voy, ¿qué
 * llevo?" is a yes and a question, "si voy en carro, ¿hay parqueo?" and "¿voy?" are questions only.
 *
 * @param coming yes or no
 * @param form how it was said
 * @param alone nothing else was said, so that nobody needs to read it
 */
record RsvpAnswer(boolean coming, Form form, boolean alone) {
  /** How sure it is that an invitation is meant: a number or a bare yes could answer another question of ours. */
  enum Form { NUMBER, BARE, CLEAR }

  private static final Map<String, Boolean> NUMBERS = Map.of("1", true, "2", false);
  private static final Set<String> BARE_YES = Set.of("si", "yes", "y", "yeah", "yep", "sure", "👍", "✅");
  private static final Set<String> BARE_NO = Set.of("no", "nope", "👎", "❌");
  private static final Set<String> YES = Set.of("voy", "si voy", "voy a ir", "si voy a ir", "ire", "si ire", "asisto", "asistire", "si asistire",
      "ahi estare", "alli estare", "ahi voy a estar", "ahi estaremos", "confirmo", "si confirmo", "confirmado", "confirmada",
      "confirmo mi asistencia", "confirmo asistencia", "confirmo mi lugar", "confirmar", "cuenten conmigo", "cuente conmigo", "claro que si",
      "si claro", "por supuesto", "si señor", "si señora", "si quiero", "si quiero ir", "quiero ir", "si puedo", "si puedo ir", "puedo ir",
      "apartenme un lugar", "aparteme un lugar", "quiero un lugar", "quiero mi lugar", "i m coming", "im coming", "i am coming", "coming",
      "i ll come", "i will come", "i ll be there", "i will be there", "ill be there", "i ll go", "i will go", "i m going", "im going", "i am going",
      "count me in", "confirm", "confirmed", "i confirm", "yes please", "yes i will", "yes i can", "yes i m coming", "yes i am coming", "yes i ll be there",
      "yes i will be there", "yes confirm", "yes confirmed");
  private static final Set<String> NO = Set.of("no voy", "ya no voy", "no voy a ir", "ya no voy a ir", "no voy a poder", "no voy a poder ir",
      "ya no voy a poder ir", "no voy a asistir", "no ire", "ya no ire", "no asistire", "no puedo", "no puedo ir", "ya no puedo ir", "no puedo asistir",
      "ya no puedo asistir", "no podre", "no podre ir", "ya no podre ir", "no podre asistir", "ya no podre asistir", "no gracias",
      "cancelo", "cancelo mi lugar", "cancelo mi asistencia", "cancelar mi lugar", "cancele mi lugar", "cancelen mi lugar", "quiero cancelar mi lugar", "dejo mi lugar",
      "no me es posible", "no me es posible ir", "i can t", "i cant", "i cannot", "can t come", "cant come", "can t make it", "cant make it", "i can t come",
      "i cant come", "i cannot come", "i can not come", "i can t make it", "i cant make it", "i cannot make it", "i can t go", "i cant go", "i cannot go",
      "no i can t", "no i cant", "no i cannot", "not coming", "i m not coming", "im not coming", "i am not coming", "not going", "i m not going", "i am not going",
      "i won t be there", "i wont be there", "i will not be there", "i won t come", "i will not come", "cancel my place", "no thanks", "no thank you");
  /**
   * Empty when the text tells neither.
   *
   * @param yes more words for a yes, of a campaign's own
   * @param no more words for a no
   */
  static Optional<RsvpAnswer> of(String text, Collection<String> yes, Collection<String> no) {
    return of(AnswerText.of(text), said(yes, no).toList());
  }

  private static Optional<RsvpAnswer> of(AnswerText text, List<Said> known) {
    return known.stream().filter(said -> text.opens(said.words())).max(Comparator.comparingInt(said -> said.words().length())).map(said -> {
      var rest = text.after(said.words());
      // "Yes. I'll be there" says it twice, and "sí, ya no puedo ir" means the second.
      return of(rest, known).filter(later -> later.coming() == said.coming() || later.form() == Form.CLEAR)
          .map(later -> later.form() == Form.CLEAR ? later : new RsvpAnswer(said.coming(), said.form(), later.alone()))
          .orElseGet(() -> new RsvpAnswer(said.coming(), said.form(), rest.isEmpty()));
    });
  }

  /** Words, and what they say. */
  private record Said(String words, boolean coming, Form form) {}

  private static Stream<Said> said(Collection<String> yes, Collection<String> no) {
    return Stream.of(NUMBERS.entrySet().stream().map(e -> new Said(e.getKey(), e.getValue(), Form.NUMBER)),
        BARE_YES.stream().map(w -> new Said(w, true, Form.BARE)), BARE_NO.stream().map(w -> new Said(w, false, Form.BARE)),
        YES.stream().map(w -> new Said(w, true, Form.CLEAR)), NO.stream().map(w -> new Said(w, false, Form.CLEAR)),
        own(yes).map(w -> new Said(w, true, Form.CLEAR)), own(no).map(w -> new Said(w, false, Form.CLEAR))).flatMap(all -> all);
  }

  private static Stream<String> own(Collection<String> words) {
    return words.stream().map(w -> AnswerText.trimmed(AnswerText.spelled(w)));
  }
}
