package org.enlacehub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A table is written by one room. Who reads another room's table stands in docs/schema-changes.md, so that whoever changes a table knows
 * whom to ask. Benches fill tables as they need and are left out.
 */
class TablesTest {
  private static final Path DOCUMENT = Path.of("docs/schema-changes.md");
  private static final String BEGIN = "<!-- readers: printed by TablesTest, -Denlace.print=true rewrites it -->";
  private static final String END = "<!-- end of readers -->";
  private static final Path SOURCES = Path.of("src/main/java/org/enlacehub");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern CREATED = Pattern.compile("(?i)CREATE TABLE (?:IF NOT EXISTS )?(\\w+)");
  private static final Pattern WRITTEN = Pattern.compile("\\b(?:INSERT(?: IGNORE)? INTO|REPLACE INTO|(?<!KEY )UPDATE|DELETE(?: \\w+)? FROM)\\s+([a-z_]+)\\b(?!\\.)");
  private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN)\\s+([a-z_]+)\\b");
  private static final Set<String> MEASURING = Set.of("bench");

  @Test
  void everyTableIsWrittenByOneRoom() {
    var wrong = writers().entrySet().stream().filter(table -> table.getValue().size() > 1).map(Object::toString).toList();

    assertEquals(List.of(), wrong, "one of them asks the other's service instead");
  }

  @Test
  void everyStatementNamesATableThatAMigrationMakes() {
    var known = tables();
    var wrong = new TreeSet<>(writers().keySet());
    wrong.removeAll(known);

    assertEquals(Set.of(), wrong);
  }

  @Test
  void whoReadsTheTablesOfAnotherRoomIsWrittenDown() throws IOException {
    var owners = writers();
    var known = tables();
    var readers = new TreeMap<String, Set<String>>();
    inSources(READ, (room, table) -> {
      if (known.contains(table) && owners.containsKey(table) && !owners.get(table).contains(room)) {
        readers.computeIfAbsent("| `%s` | `%s` |".formatted(table, owners.get(table).iterator().next()), _ -> new TreeSet<>()).add("`" + room + "`");
      }
    });
    var document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    var table = readers.entrySet().stream().map(row -> row.getKey() + " " + String.join(", ", row.getValue()) + " |")
        .collect(Collectors.joining("\n", "\n| table | written by | read by |\n| --- | --- | --- |\n", "\n"));
    if (Boolean.getBoolean("enlace.print")) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
      return;
    }
    assertEquals(table, document.substring(begin, end), "run this test with -Denlace.print=true");
  }

  private static Map<String, Set<String>> writers() {
    var writers = new TreeMap<String, Set<String>>();
    inSources(WRITTEN, (room, table) -> writers.computeIfAbsent(table, _ -> new TreeSet<>()).add(room));
    return writers;
  }

  private static Set<String> tables() {
    var tables = new TreeSet<String>();
    for (var file : files(MIGRATIONS, ".sql")) {
      CREATED.matcher(read(file)).results().forEach(found -> tables.add(found.group(1)));
    }
    return tables;
  }

  /** What to do with a room and a table that its SQL names. */
  private interface Use {
    void of(String room, String table);
  }

  private static void inSources(Pattern statement, Use use) {
    for (var file : files(SOURCES, ".java")) {
      var room = SOURCES.relativize(file).getName(0).toString();
      if (!MEASURING.contains(room)) {
        statement.matcher(read(file)).results().forEach(found -> use.of(room, found.group(1)));
      }
    }
  }

  private static List<Path> files(Path folder, String ending) {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
