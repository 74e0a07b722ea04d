package org.enlacehub.sandbox.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {
  private final DemoPeople people = new DemoPeople(Clock.fixed(Instant.parse("2030-05-05T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void everyoneIsInventedAndCanBeReached() throws NumberParseException {
    assertTrue(people.all().size() >= 380);
    for (var person : people.all()) {
      assertTrue(person.email().isEmpty() || person.email().matches("[a-z0-9.]+@example\\.(org|com|net)"), person.email());
      for (var number : Stream.of(person.phone(), person.whatsapp()).filter(n -> !n.isEmpty()).toList()) {
        assertTrue(number.matches("\\+\\d+55501\\d\\d"), number);
        assertTrue(PhoneNumberUtil.getInstance().isValidNumber(PhoneNumberUtil.getInstance().parse(number, null)), number);
      }
      assertTrue(!(person.phone() + person.whatsapp() + person.email()).isEmpty());
    }
  }

  @Test
  void noTwoShareATelephone() {
    var phones = people.all().stream().map(DemoPeople.Person::phone).filter(phone -> !phone.isEmpty()).toList();
    assertEquals(phones.size(), phones.stream().distinct().count());
  }

  @Test
  void passportsExpireSoonWheneverTheDemoStarts() {
    var today = LocalDate.of(2030, 5, 5);
    var file = CsvReader.builder().ofNamedCsvRecord(new String(people.file(), StandardCharsets.UTF_8));
    long soon = file.stream().map(row -> row.getField("passport_expires")).filter(date -> !date.isEmpty()).map(LocalDate::parse)
        .filter(date -> !date.isBefore(today) && date.isBefore(today.plusDays(90))).count();
    assertTrue(soon >= 70 && soon <= 100, soon + " expire within 90 days");
  }
}
