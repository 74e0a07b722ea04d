package org.enlacehub.template.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmsTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        row("nothing", "", "GSM-7", 0, 0, 160),
        row("one letter", "a", "GSM-7", 1, 1, 160),
        row("a full message", "a".repeat(160), "GSM-7", 160, 1, 160),
        row("one too many", "a".repeat(161), "GSM-7", 161, 2, 153),
        row("two full parts", "a".repeat(306), "GSM-7", 306, 2, 153),
        row("into a third part", "a".repeat(307), "GSM-7", 307, 3, 153),
        row("the euro sign costs two", "€", "GSM-7", 2, 1, 160),
        row("a euro fills a message", "a".repeat(158) + "€", "GSM-7", 160, 1, 160),
        row("a euro makes it two", "a".repeat(159) + "€", "GSM-7", 161, 2, 153),
        row("an escape pair is not split", "a".repeat(152) + "€" + "a".repeat(152), "GSM-7", 306, 3, 153),
        row("an escape pair at the end of a part", "a".repeat(151) + "€" + "a".repeat(153), "GSM-7", 306, 2, 153),
        row("only extended characters, alone", "[".repeat(80), "GSM-7", 160, 1, 160),
        row("only extended characters, joined: 76 a part", "[".repeat(153), "GSM-7", 306, 3, 153),
        row("Spanish letters that are free", "¿Qué año? ¡Señor Ñandú".replace("ú", "ü"), "GSM-7", 22, 1, 160),
        row("line breaks count", "a\r\nb\nc", "GSM-7", 6, 1, 160),
        row("an accent outside the alphabet", "ú" + "a".repeat(69), "UCS-2", 70, 1, 70),
        row("and one letter more", "ú" + "a".repeat(70), "UCS-2", 71, 2, 67),
        row("two full UCS-2 parts", "ú" + "a".repeat(133), "UCS-2", 134, 2, 67),
        row("into a third UCS-2 part", "ú" + "a".repeat(134), "UCS-2", 135, 3, 67),
        row("an emoji is two units", "👍", "UCS-2", 2, 1, 70),
        row("35 emoji fit", "👍".repeat(35), "UCS-2", 70, 1, 70),
        row("36 emoji need two parts of 33", "👍".repeat(36), "UCS-2", 72, 2, 67),
        row("a surrogate pair is not split", "a".repeat(66) + "👍" + "a".repeat(66), "UCS-2", 134, 3, 67),
        row("a lone surrogate is one unit", "\uD83D", "UCS-2", 1, 1, 70),
        row("K'iche' as telephones cannot spoil it", "K'iche'", "GSM-7", 7, 1, 160),
        row("K’iche’ with typographic apostrophes", "K’iche’", "UCS-2", 7, 1, 70),
        row("Kʼicheʼ with the letter of the alphabet", "Kʼicheʼ", "UCS-2", 7, 1, 70),
        row("a combining accent", "e\u0301", "UCS-2", 2, 1, 70),
        row("a backtick", "`", "UCS-2", 1, 1, 70),
        row("small ç lacks, large Ç does not", "ç", "UCS-2", 1, 1, 70),
        row("large Ç", "Ç", "GSM-7", 1, 1, 160),
        row("a tab", "\t", "UCS-2", 1, 1, 70),
        row("a form feed is extended", "\f", "GSM-7", 2, 1, 160));
  }

  private static Arguments row(String label, String text, String encoding, int units, int segments, int perSegment) {
    return Arguments.of(label, text, encoding, units, segments, perSegment);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void countsAsCarriersDo(String label, String text, String encoding, int units, int segments, int perSegment) {
    var measured = SmsText.measure(text);
    assertEquals(encoding, measured.encoding().label());
    assertEquals(units, measured.units());
    assertEquals(segments, measured.segments());
    assertEquals(perSegment, measured.perSegment());
    assertEquals(encoding.equals("GSM-7"), SmsText.isGsm7(text));
    assertEquals(encoding.equals("GSM-7"), measured.offenders().isEmpty());
  }

  @Test
  void everyCharacterOfTheAlphabetIsFree() {
    var basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
        + "abcdefghijklmnopqrstuvwxyzäöñüà";
    assertEquals(127, basic.length());
    assertEquals(127, SmsText.measure(basic).units());
    assertEquals(20, SmsText.measure("\f^{}\\[~]|€").units());
  }

  @Test
  void namesEachOffenderWithItsPlaceAndARemedy() {
    var offenders = SmsText.measure("Está “aquí” 👍").offenders();
    assertEquals(List.of(new Offender("á", 3, "a"), new Offender("“", 5, "\""), new Offender("í", 9, "i"),
        new Offender("”", 10, "\""),
        new Offender("👍", 12, null)), offenders);
  }

  @Test
  void takesATextOfAnyLength() {
    var measured = SmsText.measure("a".repeat(2_000_000) + "€");
    assertEquals(2_000_002, measured.units());
    assertTrue(measured.segments() > 13_000);
  }
}
