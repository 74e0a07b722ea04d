package org.enlacehub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/architecture.md carries the table that the architecture test enforces, so neither can drift from the other. */
class ArchitectureDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/architecture.md");
  private static final String BEGIN = "<!-- rooms: printed by ArchitectureDocumentTest, -Denlace.print=true rewrites it -->";
  private static final String END = "<!-- end of rooms -->";

  @Test
  void listsTheRoomsThatTheTestKnows() throws IOException {
    var document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    var table = Room.TOP_DOWN.stream().map(room -> "| `%s` | %s |".formatted(room.name(), room.what()))
        .collect(Collectors.joining("\n", "\n| room | what it holds |\n| --- | --- |\n", "\n"));
    if (Boolean.getBoolean("enlace.print")) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
      return;
    }
    assertEquals(table, document.substring(begin, end), "run this test with -Denlace.print=true");
  }
}
