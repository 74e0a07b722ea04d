package org.enlacehub.campaign.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.enlacehub.campaign.CampaignChecks;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.campaign.CampaignReader;
import org.enlacehub.campaign.DefinitionTree;
import org.enlacehub.platform.config.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** A form, a file and a definition say the same, whichever they are made from; and the schema for editors knows the same keys. */
class FormTreeTest {
  private static final String EVERYTHING = """
      id: todo
      title: {es: Todo, en: Everything}
      purpose: service
      audience: country = US
      text: {es: "Línea uno\\nlínea dos: con dos puntos", en: "Line # one"}
      channels: [sms, email]
      fallbackAfter: 90m
      schedule: {rrule: "FREQ=WEEKLY;COUNT=3", at: "10:30", zone: America/Guatemala, start: 2027-01-04, exceptions: [2027-01-11], missed: skip}
      quietHours: {from: "20:00", to: "09:00"}
      pace: {perSecond: 5, spreadOver: 6h}
      budget: {amount: 500, currency: USD}
      approvals: 2
      expires: 2d
      expects: 900
      repeat: true
      """;
  private final CampaignReader reader = new CampaignReader(CampaignChecks.NONE);

  static Stream<String> files() throws IOException {
    try (var files = Files.list(Path.of("campaigns"))) {
      return Stream.concat(Stream.of(EVERYTHING), files.map(FormTreeTest::text).toList().stream());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private CampaignDefinition read(String source) {
    var findings = new Findings();
    var read = reader.read(source, "campaign", findings);
    assertEquals(List.of(), findings.all(), source);
    return read.orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileBecomesAFormAndAFileAgain(String source) {
    var definition = read(source);
    var tree = DefinitionTree.of(definition);
    assertEquals(definition, read(DefinitionTree.text(tree)), "a file made of the definition");
    assertEquals(definition, read(DefinitionTree.text(FormTree.tree(FormTree.fields(tree)))), "a file made of the form");
  }

  @Test
  void whatIsEmptyInTheFormIsNoKey() {
    var fields = new HashMap<>(FormTree.fields(DefinitionTree.of(read(EVERYTHING))));
    fields.replaceAll((name, value) -> name.startsWith("budget.amount") || name.equals("expects") || name.equals("missed") ? "  " : value);
    var tree = FormTree.tree(fields);
    assertTrue(!tree.containsKey("budget") && !tree.containsKey("expects"), tree::toString);
    assertTrue(!((Map<?, ?>) tree.get("schedule")).containsKey("missed"), tree::toString);
  }

  @Test
  void theSchemaForEditorsKnowsTheSameKeys() throws IOException {
    Map<String, Object> schema;
    try (InputStream in = getClass().getResourceAsStream("/static/schema/campaign.json")) {
      schema = new Yaml().load(in);
    }
    var known = new TreeSet<>(((Map<String, ?>) schema.get("properties")).keySet());
    var findings = new Findings();
    reader.read("zzzzzzzzzzzz: 1", "x", findings);
    var told = findings.all().stream().filter(f -> "/zzzzzzzzzzzz".equals(f.field())).findFirst().orElseThrow().remedy();
    assertEquals(new TreeSet<>(List.of(told.replace("Known keys: ", "").replace(".", "").split(", "))), known);
  }
}
