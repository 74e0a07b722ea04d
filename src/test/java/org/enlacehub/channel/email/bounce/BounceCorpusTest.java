package org.enlacehub.channel.email.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.channel.email.reading.MailReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports in the formats of many systems, and mails that only look like some: {@code fixtures/bounces/labels.csv} says what each is. */
class BounceCorpusTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/bounces");

  static Stream<Arguments> corpus() throws IOException {
    return Files.readAllLines(FOLDER.resolve("labels.csv")).stream().skip(1).map(line -> line.split(",", -1))
        .map(cells -> Arguments.of(cells[0], cells[1], Set.copyOf(cells[2].isEmpty() ? List.of() : List.of(cells[2].split(" ")))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("corpus")
  void isReadAsItsLabelSays(String file, String kind, Set<String> recipients) throws IOException {
    var bounce = BounceReader.read(MailReader.read(Files.readAllBytes(FOLDER.resolve(file + ".eml"))));

    assertEquals(recipients, bounce.map(b -> b.failures().stream().map(Failure::address).collect(Collectors.toSet())).orElse(Set.of()), file);
    assertEquals(kind.equals("NONE") ? Set.of() : Set.of(kind),
        bounce.map(b -> b.failures().stream().map(f -> f.kind().name()).collect(Collectors.toSet())).orElse(Set.of()), file);
  }
}
