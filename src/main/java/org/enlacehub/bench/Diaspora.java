package org.enlacehub.bench;

import java.time.LocalDate;
import org.enlacehub.contact.AddressDraft;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.Place;
import org.enlacehub.contact.Purpose;

/** Invented people spread over states, languages and dates, so that conditions choose among them; the i-th is always the same. */
final class Diaspora {
  private static final String[] LANGUAGES = {"es", "es", "es", "es", "quc", "mam", "kek", "en"};
  private static final String[] GIVEN = {"Rosa", "Juan", "Marta", "Pedro", "Ana", "Luis", "Elena"};
  private static final String[] FAMILY = {"Xol", "Sic", "Tum", "Caal", "Pop", "Ixcoy", "Ajanel", "Coc", "Batz", "Chub", "Toj"};
  private static final Object[][] TOWNS = {{"CA", "Los Angeles", 34.05, -118.24}, {"TX", "Houston", 29.76, -95.37},
      {"FL", "Miami", 25.77, -80.19}, {"NY", "New York", 40.71, -74.0}, {"IL", "Chicago", 41.88, -87.63}, {"MD", "Silver Spring", 38.99,
          -77.03}, {"NJ", "Trenton", 40.22, -74.76}, {"GA", "Atlanta", 33.75, -84.39}, {"MA", "Boston", 42.36, -71.06}, {"NE", "Omaha",
              41.26, -95.94}};

  private Diaspora() {}

  static String phone(int i) {
    return "+502" + (30_000_000 + i);
  }

  static String given(int i) {
    return GIVEN[i % GIVEN.length];
  }

  static String family(int i) {
    return FAMILY[i % FAMILY.length];
  }

  static String language(int i) {
    return LANGUAGES[i % LANGUAGES.length];
  }

  static String area(int i) {
    return (String) TOWNS[i % TOWNS.length][0];
  }

  static String city(int i) {
    return (String) TOWNS[i % TOWNS.length][1];
  }

  static LocalDate passport(int i) {
    return LocalDate.of(2026, 1, 1).plusDays(i % 2_000);
  }

  static ContactDraft person(int i) {
    var town = TOWNS[i % TOWNS.length];
    // Around the town, within half a degree.
    double lat = (double) town[2] + (i / 7 % 100 - 50) / 100.0;
    double lon = (double) town[3] + (i / 11 % 100 - 50) / 100.0;
    var draft = ContactDraft.builder().externalId("P-" + i).givenName(given(i)).familyName(family(i)).language(language(i))
        .place(new Place("US", "US-" + town[0], null, (String) town[1], null, lat, lon)).birthYear(1950 + i % 60)
        .address(new AddressDraft(AddressKind.PHONE, phone(i), "GT", true, i % 2 == 0)).attribute("passport_expires",
            passport(i).toString()).consent(Purpose.SERVICE);
    if (i % 3 == 0) draft.consent(Purpose.INFORMATION);
    if (i % 20 == 0) draft.tag("returned");
    return draft.build();
  }
}
