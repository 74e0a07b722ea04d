package org.enlacehub.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is a command as a whole or not at all. */
class CommandTest {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(textBlock = """
      STOP, STOP
      stop., STOP
      ' Stop! ', STOP
      STOP 🛑, STOP
      ＳＴＯＰ, STOP
      STOPALL, STOP
      stop all, STOP
      UNSUBSCRIBE, STOP
      CANCEL, STOP
      END, STOP
      QUIT, STOP
      REVOKE, STOP
      OPTOUT, STOP
      opt-out, STOP
      ALTO, STOP
      PARAR, STOP
      BAJA, STOP
      CANCELAR, STOP
      Quiero darme de baja., STOP
      HELP, HELP
      INFO, HELP
      ¿Ayuda?, HELP
      START, START
      UNSTOP, START
      Alta, START
      """)
  void wordsOfTheLawAndOfThePeople(String text, String command) {
    assertEquals(Optional.of(command), Command.of(text).map(Command::word));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(textBlock = """
      Español, es
      english, en
      en inglés, en
      IDIOMA K'ICHE', quc
      idioma Mam, mam
      idioma q’anjob’al, kjb
      language Spanish, es
      """)
  void languagesAreChosenByName(String text, String language) {
    assertEquals(Optional.of(new Command.Speak(language)), Command.of(text));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(textBlock = """
      ESTADO LA-7K4M, LA-7K4M
      estado la 7k4m, LA-7K4M
      Estado de LA7K4M., LA-7K4M
      status HO-KMNP, HO-KMNP
      consulta: la-7k4m, LA-7K4M
      """)
  void aReferenceIsReadAsPeopleWriteIt(String text, String reference) {
    assertEquals(Optional.of(new Command.Status(reference)), Command.of(text));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(textBlock = """
      ya no me manden mensajes, true
      por favor quítenme de la lista, true
      please remove my number, true
      mensaje 3, false
      no quiero parar mi trámite, false
      le mandé un mensaje ayer, false
      """)
  void aRefusalOfMessagesHasWordsOfBoth(String text, boolean refuses) {
    assertEquals(refuses, Command.refusesMessages(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no quiero parar mi trámite", "me baja la presión", "cancelar mi cita", "alto ahí", "estado Kansas",
      "estado de la casa", "estado", "estado de Texas", "Mam", "mamá", "stop calling me please I am scared", "info de pasaportes",
      "ayuda con mi pasaporte", "ya no me escriban, me va a matar", "hablo mam", "en texas", "", "🙏", "1", "sí"})
  void everythingElseIsForAPerson(String text) {
    assertEquals(Optional.empty(), Command.of(text));
  }
}
