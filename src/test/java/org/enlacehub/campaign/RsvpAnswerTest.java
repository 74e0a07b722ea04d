package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write to an invitation: a yes, a no, or nothing that may be taken for either. */
class RsvpAnswerTest {
  private static String read(String text) {
    return RsvpAnswer.of(text, List.of("allá nos vemos"), List.of("xin ta")).map(a -> (a.coming() ? "yes" : "no") + (a.alone() ? "" : "+")).orElse("-");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      1                                             | yes
      " 1. "                                        | yes
      1 gracias                                     | yes
      2                                             | no
      sí voy                                        | yes
      Si voy!!                                      | yes
      SÍ                                            | yes
      si, gracias                                   | yes
      Buenas tardes, sí voy, muchas gracias         | yes
      confirmo                                      | yes
      Confirmo mi asistencia, Dios los bendiga      | yes
      ahí estaré primero Dios                       | yes
      voy                                           | yes
      yes                                           | yes
      Yes, I'll be there. Thank you!                | yes
      I’m coming                                    | yes
      👍                                            | yes
      ya no puedo ir                                | no
      Ya no voy a poder ir, disculpe                | no
      no                                            | no
      no gracias                                    | no
      No puedo, lo siento                           | no
      I can't make it, sorry                        | no
      sí, ya no puedo ir                            | no
      Sí. Confirmo. Gracias                         | yes
      cancelo mi lugar                              | no
      allá nos vemos                                | yes
      Xin ta'                                       | no
      sí voy, ¿qué llevo?                           | yes+
      1, ¿puedo llevar a mi hijo?                   | yes+
      no puedo ir. ¿habrá otra fecha?               | no+
      yes, what do I bring?                         | yes+
      1 pregunta                                    | -
      si voy en carro, ¿hay parqueo?                | -
      ¿voy?                                         | -
      si me deportan que hago                       | -
      no me han pagado                              | -
      no puedo ir al consulado sin pasaporte        | -
      12                                            | -
      2 hijos desaparecidos                         | -
      gracias                                       | -
      "?"                                           | -
      voy a denunciar                               | -
      ya no puedo                                   | -
      """)
  void isReadAsItWasMeant(String text, String expected) {
    assertEquals(expected, read(text));
  }

  @Test
  void triageTakesNoneOfThemForARefusalOfMessagesOrADanger() {
    var triage = Triage.load(ConfigFolders.under(Path.of("")));
    for (var text : List.of("1", "2", "sí voy", "confirmo", "ya no puedo ir", "no puedo", "no voy a poder ir", "no", "no gracias", "yes", "can't come",
        "cancelo mi lugar")) {
      var verdict = triage.assess(text);
      assertEquals(List.of(false, false), List.of(verdict.alarm() && !verdict.withoutRule(), verdict.category().equals("OPT") && !verdict.withoutRule()),
          text + " " + verdict.because());
    }
  }
}
