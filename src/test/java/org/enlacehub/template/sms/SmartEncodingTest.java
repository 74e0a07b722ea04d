package org.enlacehub.template.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.enlacehub.template.sms.SmartEncoding.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartEncodingTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      plain text stays               | Hola                 | Hola
      typographic apostrophes        | K’iche’ y Kʼicheʼ    | K'iche' y K'iche'
      quotes                         | “hola” «ya» ‘sí’     | ""hola"" ""ya"" 'sí'
      dashes and bullets             | a – b — c • d        | a - b - c - d
      ellipsis                       | espere…              | espere...
      ordinals                       | 1º y 2ª, 5 °         | 1o y 2a, 5 o
      accents stay                   | teléfono, número     | teléfono, número
      emoji stay                     | bien 👨‍👩‍👧           | bien 👨‍👩‍👧
      fractions                      | ½ hora               | 1/2 hora
      """)
  void replacesWhatReadsTheSame(String label, String text, String expected) {
    var expectedText = expected.startsWith("\"\"") ? expected.replace("\"\"", "\"") : expected;
    assertEquals(expectedText.replace("\"\"", "\""), SmartEncoding.apply(text).text());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Spanish accents           | ¿Está aquí el número único? | ¿Esta aqui el numero unico?
      letters of GSM-7 stay     | Señor Núñez à è é ü        | Señor Nuñez à è é ü
      letters of other languages| ç ï ẍ Ł                    | c i x Ł
      """)
  void dropsAccentsOnlyWhenAsked(String label, String text, String expected) {
    assertEquals(expected, SmartEncoding.apply(text, true).text());
  }

  @Test
  void composesAccentsThatWereTypedApart() {
    assertEquals("teléfono", SmartEncoding.apply("tele\u0301fono").text());
  }

  @Test
  void removesInvisibleCharacters() {
    assertEquals("a b c", SmartEncoding.apply("\u200Ba\u00A0b\u202Fc\uFEFF").text());
  }

  @Test
  void saysWhatItChanged() {
    var result = SmartEncoding.apply("“a” “b” – ú", true);
    assertEquals(List.of(new Change("“", "\"", 2), new Change("”", "\"", 2), new Change("–", "-", 1), new Change("ú", "u", 1)),
        result.changes());
    assertTrue(SmartEncoding.apply("nada").changes().isEmpty());
  }
}
