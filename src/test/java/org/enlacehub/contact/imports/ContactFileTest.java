package org.enlacehub.contact.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What kind of file it is and how it falls into rows and cells. */
class ContactFileTest {
  private static final String TEXT = "nombre;teléfono;notas\r\nJosé Ñañez;+50255501234;\"dos\nlíneas; y \"\"comillas\"\"\"\r\n\r\nAna;+12135550100;\n";
  private static final byte[] NO_MARK = {};

  @TempDir Path folder;

  private record Read(String format, List<String> headings, List<FileRow> rows) {
    List<String> lines() {
      return rows.stream()
          .map(r -> r.number() + " " + String.join("|", r.cells().stream().map(Cell::text).toList()) + r.damage().map(d -> " !" + d).orElse(""))
          .toList();
    }
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("contactos.csv"), content);
  }

  private Read read(byte[] content) throws IOException, UnreadableFile {
    return read(content, Limits.STATED);
  }

  private Read read(String content) throws IOException, UnreadableFile {
    return read(content.getBytes(UTF_8));
  }

  private Read read(byte[] content, Limits limits) throws IOException, UnreadableFile {
    try (var file = ContactFile.open(FileSource.of(write(content)), limits)) {
      return new Read(file.format().describe(), file.headings(), rest(file));
    }
  }

  private static List<FileRow> rest(ContactFile file) throws IOException, UnreadableFile {
    var rows = new ArrayList<FileRow>();
    for (FileRow row; (row = file.next()) != null; ) {
      rows.add(row);
    }
    return rows;
  }

  private static byte[] with(byte[] mark, String text, Charset charset) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(mark);
    out.writeBytes(text.getBytes(charset));
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("UTF-8", with(NO_MARK, TEXT, UTF_8), "CSV UTF-8 ;"),
        Arguments.of("UTF-8 with a mark", with(bytes(0xef, 0xbb, 0xbf), TEXT, UTF_8), "CSV UTF-8 ;"),
        Arguments.of("UTF-16 LE with a mark", with(bytes(0xff, 0xfe), TEXT, UTF_16LE), "CSV UTF-16LE ;"),
        Arguments.of("UTF-16 BE with a mark", with(bytes(0xfe, 0xff), TEXT, UTF_16BE), "CSV UTF-16BE ;"),
        Arguments.of("UTF-16 LE without", with(NO_MARK, TEXT, UTF_16LE), "CSV UTF-16LE ;"),
        Arguments.of("UTF-16 BE without", with(NO_MARK, TEXT, UTF_16BE), "CSV UTF-16BE ;"),
        Arguments.of("Windows-1252", with(NO_MARK, TEXT, Charset.forName("windows-1252")), "CSV windows-1252 ;"),
        Arguments.of("commas", with(NO_MARK, TEXT.replace(';', ','), UTF_8), "CSV UTF-8 ,"),
        Arguments.of("bars", with(NO_MARK, TEXT.replace(';', '|'), UTF_8), "CSV UTF-8 |"),
        Arguments.of("Excel's Unicode text", with(bytes(0xff, 0xfe), TEXT.replace(';', '\t'), UTF_16LE), "TSV UTF-16LE"),
        Arguments.of("Excel's own first line", with(NO_MARK, "sep=;\r\n" + TEXT, UTF_8), "CSV UTF-8 ;"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void findsOutEncodingAndSeparator(String label, byte[] content, String format) throws Exception {
    var read = read(content);
    assertEquals(format, read.format());
    assertEquals(List.of("nombre", "teléfono", "notas"), read.headings());
    assertEquals("José Ñañez", read.rows().get(0).cell(0).text());
    assertTrue(read.rows().get(0).cell(2).text().endsWith("y \"comillas\""));
    assertEquals(List.of(2, 4), read.rows().stream().map(FileRow::number).toList(), "a cell of two lines is one row; a blank row counts");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void goesOnBehindAnyRow(String label, byte[] content, String format) throws Exception {
    var all = read(content);
    int first = content[0] & 0xff;
    var known = FileFormat.parse(format, first == 0xef ? 3 : first >= 0xfe ? 2 : 0);
    for (int i = 0; i < all.rows().size(); i++) {
      try (var file = ContactFile.resume(FileSource.of(folder.resolve("contactos.csv")), known, all.rows().get(i).next(), Limits.STATED)) {
        assertEquals(all.rows().subList(i + 1, all.rows().size()), rest(file));
        assertEquals(all.headings(), file.headings());
      }
    }
  }

  @Test void oldMacintoshLineEndsAreLineEnds() throws Exception {
    assertEquals(List.of("2 Ana|1", "3 Eva|2"), read("nombre,id\rAna,1\rEva,2").lines());
  }

  static Stream<Arguments> refused() throws IOException {
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("contactos.csv"));
      out.write("phone\n+50255501234\n".getBytes(UTF_8));
    }
    var garbage = new byte[5000];
    new Random(7).nextBytes(garbage);
    garbage[0] = 'x';
    return Stream.of(
        Arguments.of("empty", NO_MARK, "empty"), Arguments.of("blanks only", " \r\n\n".getBytes(UTF_8), "empty"),
        Arguments.of("a mark and nothing", bytes(0xef, 0xbb, 0xbf, '\n'), "empty"),
        Arguments.of("zip renamed", zip.toByteArray(), "zip"),
        Arguments.of("zip cut short", Arrays.copyOf(zip.toByteArray(), 30), "damaged"),
        Arguments.of("old Excel", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), "old_excel"),
        Arguments.of("PDF", "%PDF-1.7 ...".getBytes(UTF_8), "pdf"), Arguments.of("gzip", bytes(0x1f, 0x8b, 8, 0), "compressed"),
        Arguments.of("picture", bytes(0xff, 0xd8, 0xff, 0xe0), "binary"), Arguments.of("garbage", garbage, "binary"),
        Arguments.of("web page", "<html><table><tr><td>phone".getBytes(UTF_8), "web_page"),
        Arguments.of("10,000 columns", ("phone" + ",x".repeat(9_999) + "\n1\n").getBytes(UTF_8), "too_many_columns"),
        Arguments.of("open quote in the heading", "\"phone,name\n1,2\n".getBytes(UTF_8), "heading_damaged"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("refused")
  void saysWhyAFileCannotBeRead(String label, byte[] content, String code) {
    assertEquals(code, assertThrows(UnreadableFile.class, () -> read(content)).code());
  }

  @Test void limitsOfSizeAndRowsAreEnforced() {
    var text = "phone\n1\n2\n3\n".getBytes(UTF_8);
    assertEquals("too_large", assertThrows(UnreadableFile.class, () -> read(text, Limits.STATED.withFileBytes(5))).code());
    assertEquals("too_many_rows", assertThrows(UnreadableFile.class, () -> read(text, Limits.STATED.withRows(2))).code());
  }

  @Test void headingsOnlyAndOneColumnAreFiles() throws Exception {
    assertEquals(List.of(), read("nombre,teléfono\n").rows());
    assertEquals(List.of("2 +50255501234"), read("phone\n+50255501234").lines());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
      quote never closed, then plain rows  # a,"b~c,d~e,f              @ 2 a,"b !unclosed_quote; 3 c|d; 4 e|f
      quote never closed, then quoted rows # a,"b~"c",d~"e","f"        @ 2 a,"b !unclosed_quote; 3 c|d; 4 e|f
      quote open at the end                # a,b~c,"d                  @ 2 a|b; 3 c,"d !unclosed_quote
      quotes inside a quoted cell          # "Juan "el Chino" P",x     @ 2 Juan "el Chino" P|x
      quote inside a bare cell             # 5" tubo,x                 @ 2 5" tubo|x
      blanks around quotes                 # "a" , "b"~c,d             @ 2 a|b; 3 c|d
      empty quoted cell                    # "",x                      @ 2 |x
      short and long rows                  # a~b,c,d                   @ 2 a; 3 b|c|d
      """)
  void aBadlyQuotedRowCostsOnlyItself(String label, String rowsAndLines) throws Exception {
    var parts = rowsAndLines.split("@");
    var read = read("h,k\n" + parts[0].strip().replace('~', '\n'));
    assertEquals(parts[1].strip(), String.join("; ", read.lines()).replace("\n", ""));
  }

  @Test void brokenUtf8IsSeenInItsRowAndTheRestGoesOn() throws Exception {
    var out = new ByteArrayOutputStream();
    out.writeBytes("nombre,phone\nJosé,1\n".getBytes(UTF_8));
    for (int i = 0; i < 20_000; i++) {
      out.writeBytes(("Ana" + i + ",2\n").getBytes(UTF_8));
    }
    out.writeBytes(bytes('M', 0xc3, '(', 'x', ',', '3', '\n'));
    out.writeBytes("Eva,4\n".getBytes(UTF_8));
    var read = read(out.toByteArray());
    assertEquals("CSV UTF-8 ,", read.format());
    assertTrue(Cleaning.isBroken(read.rows().get(20_001).cell(0).text()));
    assertEquals("Eva", read.rows().get(20_002).cell(0).text());
  }

  @Test void oneBrokenByteDoesNotMakeAPlainFileWindows1252() throws Exception {
    var out = new ByteArrayOutputStream();
    out.writeBytes("name,phone\nAnn,1\nB".getBytes(UTF_8));
    out.writeBytes(bytes(0xff, 0xfe));
    out.writeBytes("b,2\nCid,3\n".getBytes(UTF_8));
    assertEquals("CSV UTF-8 ,", read(out.toByteArray()).format());
  }

  @Test void nulBytesStayInTheirCell() throws Exception {
    var read = read("name,phone\nA\0nn,1\nBob,2\n");
    assertTrue(Cleaning.hasControl(read.rows().get(0).cell(0).text()));
    assertEquals("3 Bob|2", read.lines().get(1));
  }

  @Test void anEndlessLineIsOneRejectedRowInBoundedMemory() throws Exception {
    int blocks = 4_000;
    try (var file = ContactFile.open(endless(blocks), Limits.STATED)) {
      assertEquals("row_too_long", file.next().damage().orElseThrow());
      var bob = file.next();
      assertEquals("Bob", bob.cell(0).text());
      assertEquals(12 + blocks * 10_000L + 7, bob.next().offset());
    }
  }

  private static FileSource endless(int blocks) {
    return new FileSource() {
      @Override public long size() {
        return 100;
      }

      @Override public InputStream from(long offset) {
        var parts = new ArrayList<InputStream>();
        parts.add(new ByteArrayInputStream("name,phone\nx".getBytes(UTF_8)));
        for (int i = 0; i < blocks; i++) {
          parts.add(new ByteArrayInputStream("y".repeat(10_000).getBytes(UTF_8)));
        }
        parts.add(new ByteArrayInputStream("\nBob,2\n".getBytes(UTF_8)));
        return new SequenceInputStream(Collections.enumeration(parts));
      }

      @Override public OnDisk onDisk() {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Test void rowsWiderThanTheLimitAreCountedNotKept() throws Exception {
    var row = read("phone\n1" + ",x".repeat(5_000) + "\n").rows().getFirst();
    assertEquals(5_001, row.width());
    assertEquals(201, row.cells().size());
  }

  @Test void anExcelWorkbookIsReadWhateverItsNameSays() throws Exception {
    var read = read(Workbooks.contacts());
    assertEquals("XLSX", read.format());
    assertEquals(List.of("Nombre", "Celular", "Vence pasaporte", "Activo"), read.headings());
    assertEquals(List.of("2 José Ñañez|50255501234|2027-04-03|true", "4 Ana|50200000000|46480|false"), read.lines());
    assertEquals(Cell.Kind.NUMBER, read.rows().getFirst().cell(1).kind());
    assertEquals(Cell.Kind.DATE, read.rows().getFirst().cell(2).kind());
  }

  @Test void aWorkbookGoesOnBehindARow() throws Exception {
    var source = FileSource.of(write(Workbooks.contacts()));
    try (var file = ContactFile.resume(source, new FileFormat.Workbook(), new FileRow.Position(0, 2), Limits.STATED)) {
      assertEquals("Ana", file.next().cell(0).text());
    }
  }

  @Test void aWorkbookCutShortIsDamaged() throws Exception {
    var whole = Workbooks.contacts();
    assertEquals("damaged", assertThrows(UnreadableFile.class, () -> read(Arrays.copyOf(whole, whole.length / 2))).code());
  }

  @Test void aWorkbookThatUnpacksToTooMuchIsRefused() throws Exception {
    var limits = new Limits(1_000_000, 3_000, 1_000, 200, 100, 100);
    assertEquals("unpacks_too_large", assertThrows(UnreadableFile.class, () -> read(Workbooks.contacts(), limits)).code());
  }
}
