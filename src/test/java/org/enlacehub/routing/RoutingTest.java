package org.enlacehub.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.enlacehub.routing.Evidence.Residence;
import org.enlacehub.routing.RoutingDecision.Choice;
import org.enlacehub.routing.RoutingDecision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingTest {
  private static final Routing ROUTING = ShippedRouting.ROUTING;
  private static final Residence MIAMI = new Residence("US", "US-FL", "Miami", "");

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      'the words beat the number',                 'estoy en houston',                +12135550100, US-TX, GT-US-HOU
      'the words beat the number of home',         'vivo en omaha',                   +50255550166, US-NE, GT-US-OMA
      'a number alone proposes',                   'buenas tardes',                   +17735550100, US-IL, GT-US-CHI
      'the number tells which of one name',        'vivo en kansas city',             +19135550100, US-KS, GT-US-OKC
      'the number tells the city of a big state',  'vivo en texas',                   +19565550100, US-TX, GT-US-MFE
      'the number of elsewhere tells no city',     'vivo en texas',                   +13055550100, US-TX, GT-MIN
      'the held person, not the writer',           'estoy en miami, mi hermano esta detenido en eloy', +13055550100, US-AZ, GT-US-TUS
      'origin is weaker than the number',          'soy de huehuetenango',            +13235550100, US-CA, GT-US-LAX
      'origin alone is at least something',        'soy de huehuetenango',            ,             GT-HU, GT-MIN
      'from Guatemala by its prefix',              'hola',                            +50255550166, '',    GT-MIN
      'a toll-free number tells nothing',          'hola',                            +18005550199, '',    GT-MIN
      'one mission for all of Spain',              'vivo en sevilla',                 +34600550188, '',    GT-ES-MAD
      'Quebec apart from the rest of Canada',      'vivo en montreal',                ,             CA-QC, GT-CA-MTL
      'the rest of Canada',                        'vivo en toronto',                 ,             CA-ON, GT-CA-OTT
      """)
  void weighsWordsAndNumber(String label, String text, String phone, String area, String consulate) {
    var decision = ROUTING.explain(Evidence.ofText(text).withPhone(phone));
    assertEquals(area + " " + consulate, decision.area() + " " + decision.consulate(), () -> String.valueOf(decision));
  }

  @Test
  void theWordsBeatTheRegisterAndTheRegisterBeatsTheNumber() {
    var known = Evidence.NONE.withDeclared(MIAMI).withPhone("+12135550100");
    assertEquals("GT-US-MIA", ROUTING.explain(known.withText("hola, una pregunta")).consulate());
    assertEquals("GT-US-ATL", ROUTING.explain(known.withText("ahora vivo en atlanta")).consulate());
    assertEquals("GT-US-MIA", ROUTING.explain(known.withText("soy de huehuetenango")).consulate());
  }

  @Test
  void aPinBeatsEverything() {
    var decision = ROUTING.explain(Evidence.ofText("vivo en houston").withPin(14.9039, -92.2575).withDeclared(MIAMI));
    assertEquals("GT-MX-TAP", decision.consulate());
    assertEquals("pin", decision.because().getFirst().rule());
  }

  @Test
  void anOpenConversationKeepsItsDeskUntilThePersonSaysOtherwise() {
    var open = Evidence.NONE.withOpenDesk("GT-US-CHI").withPhone("+12135550100");
    assertEquals("GT-US-CHI", ROUTING.explain(open.withText("gracias, y cuánto cuesta?")).consulate());
    assertNull(ROUTING.explain(open.withText("gracias")).question());
    assertEquals("GT-US-ATL", ROUTING.explain(open.withText("ahora vivo en atlanta georgia")).consulate());
    assertEquals("GT-US-LAX", ROUTING.explain(open.withOpenDesk("NO-SUCH-DESK").withText("gracias")).consulate());
  }

  @Test
  void theMissionOfTheDestinationIsToldToo() {
    var decision = ROUTING.explain(Evidence.ofText("voy para los angeles pero ahorita estoy en tijuana"));
    assertEquals("GT-MX-TIJ", decision.consulate());
    assertEquals(List.of("GT-US-LAX"), decision.informed());
  }

  @Test
  void asksWhichOneWhenSeveralPlacesShareTheName() {
    var decision = ROUTING.explain(Evidence.ofText("vivo en springfield"));
    assertEquals("GT-MIN", decision.consulate());
    assertEquals("which", decision.question().key());
    assertTrue(decision.question().choices().stream().map(Choice::value)
        .toList().containsAll(List.of("US-MA", "US-IL", "US-MO")));
    assertTrue(decision.confidence() < 0.6);
  }

  @Test
  void asksTheCityWhereSeveralMissionsShareAState() {
    var decision = ROUTING.explain(Evidence.ofText("vivo en california"));
    assertEquals("city", decision.question().key());
    assertEquals(List.of("GT-US-LAX", "GT-US-SBD", "GT-US-SFO"), decision.question().choices().stream().map(Choice::value)
        .toList());
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(nullValues = "-", value = {"-, +12135550100, confirm", "-, +50255550166, country", "-, +34600550188, country",
      "estoy en estados unidos, -, area", "vivo en kansas city, -, which", "vivo en texas, -, city"})
  void asksWhatIsStillInDoubt(String text, String phone, String question) {
    assertEquals(question, ROUTING.explain(Evidence.ofText(text).withPhone(phone)).question().key());
  }

  @Test
  void addressesOfMailAndWebAreNoPlaces() {
    assertEquals("", ROUTING.explain(Evidence.ofText("mi correo es luis.houston@gmail.com y mi pagina www.dallas.com")).area());
  }

  @Test
  void asksNothingWhenSure() {
    assertTrue(ROUTING.explain(Evidence.ofText("vivo en homestead fl")).sure());
    assertEquals("country", ROUTING.explain(Evidence.ofText("hola")).question().key());
    assertEquals(List.of("US", "MX", "CA", "GT"),
        ROUTING.explain(Evidence.NONE).question().choices().stream().map(Choice::value).toList());
  }

  @Test
  void reasonsPointAtTheWords() {
    var text = "Buenas, ¿me ayudan? Vivo en Nueva Yol desde 2010";
    var reason = ROUTING.explain(Evidence.ofText(text)).because().getFirst();
    assertEquals("lives", reason.rule());
    assertEquals("Nueva Yol", text.substring(reason.start(), reason.end()));
    assertEquals("Dice que vive en «Nueva Yol» (Nueva York, Estados Unidos)", reason.es());
    assertEquals("Says to live in “Nueva Yol” (New York, United States)", reason.en());
  }

  @Test
  void saysThatADistrictIsNotConfirmed() {
    var decision = ROUTING.explain(Evidence.ofText("vivo en homestead fl"));
    assertFalse(decision.verified());
    assertTrue(decision.because().stream().map(Reason::rule).toList().contains("district"));
  }

  static Stream<Arguments> garbage() {
    return Stream.of("", "   ", "😭😭😭", "\u0000\u0001", "estoy en", "en en en en", "ʼʼʼ", "مرحبا كيف حالك", "Z̷̛a̵l̶g̷o̸",
            "<script>alert(1)</script>", "'; DROP TABLE contact; --", "a".repeat(10_000), "en ".repeat(3_000),
                "houston ".repeat(2_000), "1".repeat(500),
            "\ud83d", "estoy en \n\n\n,,,.....", "null", "vivo en " + "á".repeat(300))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void survivesWhateverIsWritten(String text) {
    assertNotNull(ROUTING.explain(Evidence.ofText(text)).consulate());
  }

  @ParameterizedTest
  @CsvSource({"999, 0", "0, -999", "NaN, 0", "0, 0", "-89.9, 179.9", "Infinity, 1"})
  void apinThatIsNowhereAsks(double lat, double lon) {
    var decision = ROUTING.explain(Evidence.NONE.withPin(lat, lon));
    assertEquals("GT-MIN", decision.consulate());
    assertEquals("ocean", decision.because().getFirst().rule());
  }

  @ParameterizedTest
  @CsvSource({"''", "12", "+", "+0", "hello", "+999999999999999999999999", "whatsapp:abc"})
  void aNumberThatIsNoneTellsNothing(String phone) {
    assertEquals("", ROUTING.explain(Evidence.NONE.withPhone(phone)).country());
  }
}
