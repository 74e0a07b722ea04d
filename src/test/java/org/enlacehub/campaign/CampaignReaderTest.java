package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignReaderTest {
  private static final String GOOD = """
      id: aviso
      title: {es: Aviso, en: Notice}
      purpose: information
      audience: country = US
      text: {es: "Hola", en: "Hello"}
      channels: [sms, email]
      schedule: {at: 2027-01-15T10:00, zone: recipient}
      approvals: 1
      expires: 48h
      """;
  private final CampaignReader reader = new CampaignReader(new CampaignChecks() {
    @Override
    public void template(YamlMap map, String name, List<Channel> channels, List<String> languages, Map<String, Object> values) {
      map.report("template", "no templates here", "");
    }

    @Override
    public void audience(YamlMap map, String query) {
      // Every query is good here; the language has tests of its own.
    }

    @Override
    public void date(YamlMap schedule, String field) {
      if (!field.equals("passport_expires")) {
        schedule.report("relativeTo", "no such date", "use passport_expires");
      }
    }

    @Override
    public void answeredBy(YamlMap reply, String topic, String desk) {
      // Codes of other rooms are checked with them.
    }

    @Override
    public void confirmations(YamlMap campaign, List<Channel> channels, List<String> languages, Map<String, Object> values) {
      // As for templates.
    }
  });

  @Test
  void aFileAndTheSameInJsonReadAlike() {
    var json = """
        {"id": "aviso", "title": {"es": "Aviso", "en": "Notice"}, "purpose": "information", "audience": "country = US",
         "text": {"es": "Hola", "en": "Hello"}, "channels": ["sms", "email"], "schedule": {"at": "2027-01-15T10:00", "zone": "recipient"},
         "approvals": 1, "expires": "48h"}""";
    var findings = new Findings();
    assertEquals(reader.read(GOOD, "file", findings), reader.read(json, "body", findings));
    assertEquals(List.of(), findings.all());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(delimiter = '|', textBlock = """
      id: aviso                                  | id: Aviso Nuevo              | /id           | 1
      purpose: information                       | purpose: advertising         | /purpose      | 3
      channels: [sms, email]                     | channels: [sms, fax]         | /channels     | 6
      channels: [sms, email]                     | channels: []                 | /channels     | 6
      schedule: {at: 2027-01-15T10:00, zone: recipient} | schedule: {at: mañana} | /schedule/at  | 7
      schedule: {at: 2027-01-15T10:00, zone: recipient} | schedule: {at: 2027-01-15T10:00, zone: Mars/Base} | /schedule/zone | 7
      schedule: {at: 2027-01-15T10:00, zone: recipient} | schedule: {relativeTo: passport_expires, offsets: []} | /schedule/offsets | 7
      schedule: {at: 2027-01-15T10:00, zone: recipient} | schedule: {relativeTo: birthday, offsets: [0d]} | /schedule/relativeTo | 7
      schedule: {at: 2027-01-15T10:00, zone: recipient} | schedule: {rrule: "FREQ=NEVER"} | /schedule/rrule | 7
      approvals: 1                               | approvals: 0                 | /approvals    | 8
      expires: 48h                               | expires: two days            | /expires      | 9
      expires: 48h                               | expire: 48h                  | /expire       | 9
      expires: 48h                               | expects: many                | /expects      | 9
      expires: 48h                               | repeat: sometimes            | /repeat       | 9
      text: {es: "Hola", en: "Hello"}            | text: {es: "Hola"}           | /text         | 5
      """)
  void whatIsWrongIsToldWithItsPlace(String good, String wrong, String pointer, int line) {
    var findings = new Findings();
    assertTrue(reader.read(GOOD.replace(good.strip(), wrong.strip()), "aviso.yml", findings).isEmpty());
    var finding = findings.all().getFirst();
    assertEquals(pointer.strip(), finding.field());
    assertEquals(line, finding.line());
    assertTrue(!finding.message().isBlank() && !finding.remedy().isBlank());
  }

  @Test
  void aMissedStartIsMadeUpUnlessTheCampaignSaysOtherwise() {
    assertTrue(read(GOOD).sendLate());
    assertFalse(read(GOOD.replace("zone: recipient}", "zone: recipient, missed: skip}")).sendLate());
  }

  private CampaignDefinition read(String source) {
    var findings = new Findings();
    var definition = reader.read(source, "aviso.yml", findings);
    assertEquals(List.of(), findings.all());
    return definition.orElseThrow();
  }
}
