package org.enlacehub.sandbox.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The invented people of {@code demo/contacts.csv}. */
@Singleton
public final class DemoPeople {
  /** The day for which the file was made; its dates count from there. */
  public static final LocalDate MADE_FOR = LocalDate.of(2026, 11, 24);

  private static final String FILE = "/demo/contacts.csv";
  private static final String DATE_COLUMN = "passport_expires";

  private final Clock clock;
  private final List<Person> people;
  private final Map<String, Person> byAddress = new HashMap<>();

  /** One invented person; texts are empty where there is nothing. */
  public record Person(String name, String phone, String whatsapp, String email, String language, String city) {}

  DemoPeople(Clock clock) {
    this.clock = clock;
    this.people = records().map(record -> new Person(record.getField("given_name") + " " + record.getField("family_name"),
        record.getField("phone"), record.getField("whatsapp"), record.getField("email"), record.getField("language"),
        record.getField("city"))).toList();
    for (var person : people) {
      for (var address : List.of(person.phone(), person.whatsapp(), person.email())) {
        byAddress.putIfAbsent(address, person);
      }
    }
    byAddress.remove("");
  }

  public List<Person> all() {
    return people;
  }

  /** Who has this telephone number or mail address. */
  public Optional<Person> by(String address) {
    return Optional.ofNullable(byAddress.get(address.toLowerCase(Locale.ROOT)));
  }

  /**
   * The contact file as bytes to import. Its dates are moved so that they lie around today as they lay around {@link #MADE_FOR}:
   * the demo has passports that are about to expire whenever it is started.
   */
  public byte[] file() {
    long days = ChronoUnit.DAYS.between(MADE_FOR, LocalDate.now(clock));
    var text = new StringWriter();
    try (var writer = de.siegmar.fastcsv.writer.CsvWriter.builder().build(text)) {
      var all = records().toList();
      writer.writeRecord(all.getFirst().getHeader());
      for (var record : all) {
        writer.writeRecord(record.getHeader().stream().map(column -> moved(column, record.getField(column), days)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String moved(String column, String value, long days) {
    return column.equals(DATE_COLUMN) && !value.isEmpty() ? LocalDate.parse(value).plusDays(days).toString() : value;
  }

  private static java.util.stream.Stream<NamedCsvRecord> records() {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(
        new InputStreamReader(DemoPeople.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return reader.stream().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
