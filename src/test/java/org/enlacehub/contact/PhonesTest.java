package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.enlacehub.contact.Phones.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTest {
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(nullValues = "-", textBlock = """
      +1 213 555 0100,      -,  +12135550100
      213-555-0199,         US, +12135550199
      0050255501234,        -,  +50255501234
      whatsapp:+12135550142, -, +12135550142
      5550 1234,            GT, +50255501234
      whatsapp:+5215512345678, -, +525512345678
      +52 1 55 1234 5678,   -,  +525512345678
      +52 55 1234 5678,     -,  +525512345678
      +15005550006,         -,  +15005550006
      +1 555 010 0123,      -,  +15550100123
      555 010 0123,         US, phone-unassigned
      +1 555 0100,          -,  phone-no-area
      555 0100,             US, phone-no-area
      5550 1234,            -,  phone-no-country
      +999 5550 1234,       -,  phone-no-country
      +502 555,             -,  phone-too-short
      +1 213 555 01001,     -,  phone-too-long
      +502 5550 12345,      -,  invalid-phone
      1,                    US, invalid-phone
      +1 213 CALL NOW,      -,  phone-letters
      '',                   US, invalid-phone
      +,                    US, invalid-phone
      """)
  void whatCanBeDialledIsReadAndTheRestNamed(String typed, String region, String expected) {
    var told = switch (Phones.read(typed, region)) {
      case Reading.Number(var phone) -> phone.e164();
      case Reading.Unusable(var code) -> code;
    };
    assertEquals(expected, told);
  }
}
