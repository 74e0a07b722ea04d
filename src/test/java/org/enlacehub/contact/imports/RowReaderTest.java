package org.enlacehub.contact.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.contact.imports.ParsedRow.Phone;
import org.enlacehub.contact.imports.RowProblem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cells of a row are taken for. */
class RowReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static RowReader reader(String headings, String region, List<FileRow> sample) throws UnreadableFile {
    var recognised = Headings.recognise(List.of(headings.split(",")), HeadingsTest.FIELDS, Map.of());
    return new RowReader(recognised, new ReadingRules(region == null ? "" : region, "GT", TODAY, Limits.STATED), new CountryNames(), sample);
  }

  private static FileRow row(int number, Cell... cells) {
    return new FileRow(number, List.of(cells), cells.length, FileRow.Position.START, Optional.empty());
  }

  private static ParsedRow read(String headings, String region, Cell... cells) throws UnreadableFile {
    var row = row(7, cells);
    return reader(headings, region, List.of(row)).read(row);
  }

  private static ParsedRow read(String headings, String region, String... cells) throws UnreadableFile {
    var all = new ArrayList<Cell>();
    for (var cell : cells) {
      all.add(Cell.of(cell));
    }
    return read(headings, region, all.toArray(Cell[]::new));
  }

  private static String codes(ParsedRow row) {
    return String.join(" ", row.problems().stream().map(RowProblem::code).toList());
  }

  @ParameterizedTest(name = "{0} in {1}: {2} {3}")
  @CsvSource(nullValues = "-", textBlock = """
      +502 5550 1234,          -,  +50255501234,  ''
      +1 (213) 555-0100,       GT, +12135550100,  ''
      5550 1234,               GT, +50255501234,  ''
      5550-1234,               -,  -,             phone_no_country
      (213) 555-0100,          US, +12135550100,  ''
      2135550100,              GT, -,             phone_invalid
      1-213-555-0100,          US, +12135550100,  ''
      0050255501234,           GT, +50255501234,  ''
      011 502 5550 1234,       US, +50255501234,  ''
      50255501234,             US, +50255501234,  phone_plus_lost
      50255501234,             -,  +50255501234,  phone_plus_lost
      50255501234,             GT, +50255501234,  ''
      12135550100,             GT, +12135550100,  phone_plus_lost
      50255501234,             DE, -,             phone_ambiguous
      5.02E+10,                US, -,             phone_scientific
      '5,02E+10',              US, -,             phone_scientific
      5.0255501234E+10,        US, +50255501234,  phone_scientific_repaired phone_plus_lost
      '+50255501234.0',        US, +50255501234,  ''
      50255501234.0,           US, +50255501234,  phone_plus_lost
      '''+50255501234',        US, +50255501234,  ''
      '''5550 1234',           GT, +50255501234,  ''
      'Tel: 5550 1234',        GT, +50255501234,  ''
      'WhatsApp +502 5550 1234', US, +50255501234, ''
      5550 1234 ext. 12,       GT, +50255501234,  phone_extension
      5550CALL,                GT, -,             phone_letters
      +5215512345678,          US, +525512345678, ''
      5215512345678,           US, +525512345678, phone_plus_lost
      1234,                    US, -,             phone_invalid
      +502 5550 12345,         US, -,             phone_invalid
      +1 555 010 0123,         GT, +15550100123,  phone_unassigned
      555 010 0123,            US, -,             phone_invalid
      +1 555 0100,             US, -,             phone_invalid
      1 800 555 0100,          US, -,             phone_not_personal
      ５５５０１２３４,           GT, +50255501234,  ''
      """)
  void phonesAreReadRepairedOrRefused(String typed, String region, String expected, String codes) throws Exception {
    var row = read("phone", region, typed);
    assertEquals(expected, row.phones().isEmpty() ? null : row.phones().getFirst().e164());
    assertEquals(codes, codes(row));
    assertEquals(expected == null, row.isRejected());
  }

  @Test void marksThatCannotBeSeenGo() throws Exception {
    assertEquals("+50255501234", read("phone", "US", "\u202a+502\u00a05550\u20111234\u202c").phones().getFirst().e164());
  }

  @Test void aSpreadsheetsNumberHasAllItsDigits() throws Exception {
    assertEquals("+50255501234", read("phone", "US", new Cell("50255501234", Cell.Kind.NUMBER)).phones().getFirst().e164());
  }

  @Test void severalNumbersInACellAreAllRead() throws Exception {
    var row = read("phone,whatsapp", "GT", "5550 1234 / 5550 5678", "+502 5550 1234");
    assertEquals(List.of(new Phone("+50255501234", "GT", Phone.Line.MOBILE, true), new Phone("+50255505678", "GT", Phone.Line.MOBILE, false)), row.phones());
  }

  @Test void aFixedLineTakesNoSms() throws Exception {
    assertFalse(read("phone", "GT", "2222 1234").phones().getFirst().canReceiveSms());
    assertTrue(read("phone", "US", "213 555 0100").phones().getFirst().canReceiveSms());
  }

  @Test void theRowsCountryIsTheRegionOfItsPhones() throws Exception {
    assertEquals("+12135550100", read("phone,country", "GT", "213 555 0100", "Estados Unidos").phones().getFirst().e164());
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(nullValues = "-", textBlock = """
      ' Ana.Lopez@Example.ORG ',     ana.lopez@example.org,           ''
      mailto:ana@example.org,        ana@example.org,                 ''
      'Ana López <ana@example.org>', ana@example.org,                 ''
      ana@correo.españa.es,          ana@correo.xn--espaa-rta.es,     ''
      ana@example.com.,              -,                               email_invalid
      ana@@example.com,              -,                               email_invalid
      ana.example.com,               -,                               email_invalid
      ana..b@example.com,            -,                               email_invalid
      josé@example.com,              -,                               email_invalid
      ana@localhost,                 -,                               email_invalid
      ana@gmail.con,                 ana@gmail.con,                   email_slip
      """)
  void emailsAreNormalised(String typed, String expected, String codes) throws Exception {
    var row = read("email", null, typed);
    assertEquals(expected, row.emails().isEmpty() ? null : row.emails().getFirst());
    assertEquals(codes, codes(row));
  }

  @Test void aRowWithOneGoodAddressIsKept() throws Exception {
    var kept = read("name,phone,email", "GT", "Ana", "12", "ana@example.org");
    assertFalse(kept.isRejected());
    assertEquals(List.of(new RowProblem(7, "phone", "phone_invalid", Severity.WARNING, List.of("GT"), "12")), kept.problems());
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(textBlock = """
      'name,phone,email',    Ana|12|ana@, true,  phone_invalid email_invalid
      'name,phone',          Ana|n/a,     true,  no_address
      'external_id,phone',   17|,         false, ''
      'external_id,phone',   17|12,       true,  phone_invalid
      """)
  void aRowWithoutAUsableAddressIsRejected(String headings, String cells, boolean rejected, String codes) throws Exception {
    var row = read(headings, "GT", cells.split("\\|", -1));
    assertEquals(rejected, row.isRejected());
    assertEquals(codes, codes(row));
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(nullValues = "-", textBlock = """
      2027-04-03,              2027-04-03, ''
      2027/4/3,                2027-04-03, ''
      20270403,                2027-04-03, ''
      2027-04-03T00:00:00,     2027-04-03, ''
      03/04/2027,              2027-04-03, ''
      3-4-2027,                2027-04-03, ''
      03.04.2027 10:30,        2027-04-03, ''
      25/04/27,                2027-04-25, ''
      25/04/85,                1985-04-25, ''
      3 de abril de 2027,      2027-04-03, ''
      '3 abril, 2027',         2027-04-03, ''
      03-abr-2027,             2027-04-03, ''
      03-Apr-27,               2027-04-03, ''
      'April 3rd, 2027',       2027-04-03, ''
      'sáb. 3 abr. 2027',      2027-04-03, ''
      1 de enero del 2028,     2028-01-01, ''
      46480,                   2027-04-03, date_serial
      46480.0,                 2027-04-03, date_serial
      31/02/2027,              -,          date_invalid
      2027-13-01,              -,          date_invalid
      pronto,                  -,          date_invalid
      03/04/0027,              -,          date_invalid
      n/a,                     -,          ''
      """)
  void datesAreReadDayFirst(String typed, String expected, String codes) throws Exception {
    var row = read("external_id,Vence pasaporte", null, "1", typed);
    assertEquals(expected, row.fields().get("passport_expires"));
    assertEquals(codes, codes(row));
    assertFalse(row.isRejected());
  }

  @ParameterizedTest(name = "{1} under {0} beside {2}: {3} {4}")
  @CsvSource(nullValues = "-", textBlock = """
      'Case id,Passport expiry', 03/04/2027, 05/06/2027,            2027-03-04, ''
      'Case id,Passport expiry', 03/04/2027, 25/06/2027,            2027-04-03, ''
      'código,vence pasaporte',  03/04/2027, 06/25/2027,            2027-03-04, ''
      'código,vence pasaporte',  03/04/2027, 06/25/2027 25/06/2027, -,          date_ambiguous
      'código,vence pasaporte',  25/04/2027, 06/25/2027,            2027-04-25, ''
      """)
  void theFileTellsTheOrderOfItsDates(String headings, String typed, String others, String expected, String codes) throws Exception {
    var rows = new ArrayList<FileRow>();
    for (var date : (typed + " " + others).split(" ")) {
      rows.add(row(2 + rows.size(), Cell.of("1"), Cell.of(date)));
    }
    var row = reader(headings, null, rows).read(rows.getFirst());
    assertEquals(expected, row.fields().get("passport_expires"));
    assertEquals(codes, codes(row));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(nullValues = "-", textBlock = """
      es, es
      ES-gt, es
      en_US, en
      spa, es
      eng, en
      Español, es
      castellano, es
      Inglés, en
      Spanish, es
      K'iche', quc
      K’iche’, quc
      quiche, quc
      Quiché, quc
      quc, quc
      mam, mam
      Mam (Todos Santos), mam
      Q'eqchi', kek
      kekchí, kek
      Kaqchikel, cak
      Q'anjob'al, kjb
      Garífuna, cab
      klingon, -
      """)
  void languagesAreKnownByNameAndCode(String typed, String code) throws Exception {
    var row = read("external_id,language", null, "1", typed);
    assertEquals(code, row.language().orElse(null));
    assertEquals(code == null ? "language_unknown" : "", codes(row));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(nullValues = "-", textBlock = """
      US, US
      usa, US
      EE. UU., US
      EE.UU., US
      Estados Unidos, US
      United States, US
      México, MX
      mexico, MX
      GTM, GT
      España, ES
      Canadá, CA
      Narnia, -
      """)
  void countriesAreKnownByNameAndCode(String typed, String code) throws Exception {
    var row = read("external_id,country", null, "1", typed);
    assertEquals(code, row.country().orElse(null));
    assertEquals(code == null ? "country_unknown" : "", codes(row));
  }

  @Test void anAreasCodeTellsItsCountry() throws Exception {
    var row = read("external_id,area", null, "1", "us-ca");
    assertEquals("US-CA US", row.area().orElseThrow() + " " + row.country().orElseThrow());
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(textBlock = """
      service information,         service information,           ''
      'servicio, información',     service information,           ''
      Emergencias,                 emergency,                     ''
      'Servicio y emergencia',     service emergency,             ''
      todos,                       service information emergency, ''
      no,                          '',                            ''
      sí,                          '',                            consent_unknown
      service marketing,           service,                       consent_unknown
      """)
  void consentNamesPurposes(String typed, String purposes, String codes) throws Exception {
    var row = read("external_id,consent", null, "1", typed);
    assertEquals(purposes, String.join(" ", row.consent()));
    assertEquals(codes, codes(row));
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource(nullValues = "-", textBlock = """
      household,  '4',        4,          ''
      household,  '4.0',      4,          ''
      household,  '2,5',      2.5,        ''
      household,  '1.234',    -,          number_ambiguous
      household,  '1,234,567', 1234567,   ''
      household,  '1.234,50', 1234.5,     ''
      household,  cuatro,     -,          number_invalid
      arrival_year, '1985',     1985,       ''
      arrival_year, '1985.0',   1985,       ''
      arrival_year, 03/04/1985, 1985,       ''
      arrival_year, '85',       -,          year_invalid
      returned,   Sí,         true,       ''
      returned,   no,         false,      ''
      returned,   quizá,      -,          flag_invalid
      status,     In transit, in_transit, ''
      status,     tourist,    -,          choice_unknown
      remarks,    '''=1+1',   =1+1,       ''
      """)
  void declaredFieldsHaveTypes(String heading, String typed, String expected, String codes) throws Exception {
    var row = read("external_id," + heading, null, "1", typed);
    assertEquals(expected, row.fields().get(heading));
    assertEquals(codes, codes(row));
  }

  @ParameterizedTest(name = "{1} in {0}: {2} {3}")
  @CsvSource(textBlock = """
      US, 90012,      90012,   ''
      US, 90012-1234, 90012,   ''
      US, 2139,       02139,   postal_code_zeros
      MX, 6700,       06700,   postal_code_zeros
      CA, k1a0b1,     K1A 0B1, ''
      GT, 01001,      01001,   ''
      """)
  void postalCodesKeepTheirZeros(String country, String typed, String expected, String codes) throws Exception {
    var row = read("external_id,country,postal_code", null, "1", country, typed);
    assertEquals(expected, row.postalCode().orElseThrow());
    assertEquals(codes, codes(row));
  }

  @Test void aDamagedCellRejectsItsRow() throws Exception {
    var damaged = Map.of("cell_too_long", "x".repeat(10_001), "broken_text", "Jos\ufffd", "control_character", "A\0na");
    for (var entry : damaged.entrySet()) {
      var row = read("name,phone", "GT", entry.getValue(), "5550 1234");
      assertTrue(row.isRejected());
      assertEquals(entry.getKey(), codes(row));
      assertEquals("name", row.problems().getFirst().column());
      assertTrue(row.problems().getFirst().value().length() <= 201);
    }
  }

  @Test void textReadInTheWrongEncodingIsPutRight() throws Exception {
    var row = read("name,phone", "GT", "JosÃ© NÃºÃ±ez", "5550 1234");
    assertEquals("José Núñez", row.name().orElseThrow());
    assertEquals("text_repaired", codes(row));
    assertEquals("Ângela", read("name,phone", "GT", "Ângela", "5550 1234").name().orElseThrow());
  }

  @Test void excelsErrorsAreNoValues() throws Exception {
    var row = read("name,phone,email", "GT", "#N/A", "5550 1234", "#¡REF!");
    assertEquals("cell_error cell_error", codes(row));
    assertEquals(Optional.empty(), row.name());
  }

  @Test void moreCellsThanHeadingsMeanThatSomethingSlipped() throws Exception {
    assertEquals("extra_cells", codes(read("name,phone", "GT", "López", "Ana", "5550 1234")));
    assertEquals("", codes(read("phone", "GT", "5550 1234", "", " ")));
  }

  @Test void namesOfSeveralColumnsAreJoined() throws Exception {
    var row = read("Primer nombre,Segundo nombre,Primer apellido,Segundo apellido,Celular", "GT", "Ana", "", "López", "Tzoc", "5550 1234");
    assertEquals("Ana / López Tzoc", row.givenName().orElseThrow() + " / " + row.familyName().orElseThrow());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"1985,1985", "03/04/1985,1985", "1985.0,1985"})
  void birthIsKeptAsItsYear(String typed, int year) throws Exception {
    assertEquals(year, read("external_id,Año de nacimiento", null, "1", typed).birthYear().orElseThrow());
  }

  @Test void tagsAreWords() throws Exception {
    assertEquals(Set.of("feria", "la", "2026"), read("external_id,tags", null, "1", "Feria; LA,2026 feria").tags());
  }

  @Test void aRowThatCannotBeCutIntoCellsIsRejectedWhole() throws Exception {
    var row = new FileRow(9, List.of(Cell.of("\"x")), 1, FileRow.Position.START, Optional.of("unclosed_quote"));
    assertEquals(List.of(new RowProblem(9, "", "unclosed_quote", Severity.ERROR, List.of(), "\"x")), reader("phone", "GT", List.of()).read(row).problems());
  }
}
