package org.enlacehub.contact.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.enlacehub.territory.Territory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Countries and areas as people write them. */
class TerritoryNamesTest {
  private static final TerritoryNames NAMES = new TerritoryNames(Territory.load());

  @ParameterizedTest(name = "{1} in {0}: {2}")
  @CsvSource(nullValues = "-", textBlock = """
      US, California,           US-CA
      US, CA,                   US-CA
      US, us-ca,                US-CA
      US, calif.,               US-CA
      US, Estado de Nueva York, US-NY
      US, New York,             US-NY
      US, Distrito de Columbia, US-DC
      US, Huehuetenango,        -
      MX, Chiapas,              MX-CHP
      GT, Huehuetenango,        GT-HU
      GT, quiche,               GT-QC
      '', California,           US-CA
      '', US-TX,                US-TX
      '', CA,                   -
      '', Huehuetenango,        GT-HU
      '', Florida,              US-FL
      US, Nowhere,              -
      FR, Bretaña,              -
      FR, FR-BRE,               FR-BRE
      """)
  void areasAreKnownByNameAndCode(String country, String text, String area) {
    assertEquals(area, NAMES.area(country, text).orElse(null));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"Estados Unidos,US", "usa,US", "EUA,US", "México,MX", "Alemania,DE", "DEU,DE", "Belice,BZ"})
  void countriesAreKnownByNameAndCode(String text, String country) {
    assertEquals(country, NAMES.country(text).orElse(null));
  }
}
