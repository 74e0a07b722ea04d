package org.enlacehub.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryTest {
  private static final Territory TERRITORY = Territory.load();

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({"+12135550100, US, US-CA", "+17875550100, US, US-PR", "+18095550100, DO, ''", "+18765550100, JM, ''",
      "+12425550100, BS, ''",
      "+16045550100, CA, CA-BC", "+19025550100, CA, ''", "+529625550155, MX, MX-CHP", "+5219625550155, MX, MX-CHP",
          "+526645550100, MX, MX-BCN",
      "+50255550166, GT, ''", "+34600550188, ES, ''", "+18885550100, US, ''", "+447700900123, GB, ''"})
  void aNumberTellsWhereItWasGivenOut(String phone, String country, String area) {
    var origin = TERRITORY.phones().originOf(phone).orElseThrow();
    assertEquals(country + " " + area, origin.country() + " " + origin.area());
  }

  @Test
  void tollFreeNumbersBelongToNoPlace() {
    assertTrue(TERRITORY.phones().originOf("+18885550100").filter(o -> !o.geographic()).isPresent());
    assertTrue(TERRITORY.phones().originOf("5550100").isEmpty());
    assertTrue(TERRITORY.phones().originOf(null).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"US, US-AZ, -, America/Phoenix", "US, '', +12135550100, America/Los_Angeles",
      "US, '', +18005550199, America/New_York",
      "MX, MX-BCN, -, America/Tijuana", "GT, -, -, America/Guatemala", "-, -, +50255550166, America/Guatemala",
          "ES, '', -, Europe/Madrid",
      "GT, '', +12135550100, America/Guatemala", "-, -, -, Z", "XX, '', -, Z", "CA, CA-QC, -, America/Toronto"})
  void theZoneOfAPerson(String country, String area, String phone, String zone) {
    assertEquals(ZoneId.of(zone), TERRITORY.zoneOf(country, area, phone));
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvSource({"34.0522, -118.2437, US, US-CA", "31.33, -110.94, US, US-AZ", "31.30, -110.94, MX, MX-SON",
      "14.68, -92.15, MX, MX-CHP",
      "39.10, -94.63, US, US-KS", "39.10, -94.58, US, US-MO", "40.41, -3.70, ES, ''", "14.63, -90.51, GT, GT-GU",
          "44.6, -109.9, US, US-WY"})
  void whatLiesAtAPoint(double lat, double lon, String country, String area) {
    var spot = TERRITORY.at(new GeoPoint(lat, lon)).orElseThrow();
    assertEquals(country + " " + area, spot.country() + " " + spot.area());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "25, -90", "-60, -120", "90, 0", "-90, 180", "10, 180"})
  void nothingLiesInTheOcean(double lat, double lon) {
    assertTrue(TERRITORY.at(new GeoPoint(lat, lon)).isEmpty());
  }

  @Test
  void postalCodesWithOrWithoutTheirTail() {
    assertEquals("US-FL", TERRITORY.postalCode("33460-1234").orElseThrow().area());
    assertEquals("US-MA", TERRITORY.postalCode(" 02150 ").orElseThrow().area());
    assertTrue(TERRITORY.postalCode("2150").isEmpty());
    assertTrue(TERRITORY.postalCode(null).isEmpty());
  }

  @Test
  void namesAreComparedWithoutAccentsCapitalsAndShortForms() {
    assertEquals("saint paul", PlaceNames.key("St. Paul"));
    assertEquals("ciudad acuna", PlaceNames.key("Cd. Acuña"));
    assertEquals("prince georges", PlaceNames.key("Prince George’s"));
  }

  @Test
  void everyCountryHasItsNamesAndZone() {
    assertTrue(TERRITORY.countries().size() > 240);
    assertEquals("España", TERRITORY.country("ES").orElseThrow().name("es"));
    assertEquals("Spain", TERRITORY.country("ES").orElseThrow().name("en"));
    assertEquals(22, TERRITORY.areasOf("GT").size());
    assertEquals(32, TERRITORY.areasOf("MX").size());
  }
}
