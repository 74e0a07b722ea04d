package org.enlacehub.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.campaign.CampaignFiles.CampaignFile;
import org.enlacehub.campaign.TemplateChecks.Codes;
import org.enlacehub.consulate.ConsulateFiles;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.contact.ContactFiles;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.template.TemplateFiles;
import org.enlacehub.template.Templates;
import org.enlacehub.territory.Territory;
import org.enlacehub.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in campaigns/, and what is said about one that does not fit its template. */
class CampaignFilesTest {
  private static final ConfigFolders FOLDERS = ConfigFolders.under(Path.of(""));
  private static final Templates TEMPLATES = TemplateFiles.load(FOLDERS);
  private static final ContactFields FIELDS = ContactFiles.load(FOLDERS);
  private static final Codes CODES = CampaignFiles.codes(Triage.load(FOLDERS), ConsulateFiles.load(FOLDERS, Territory.load()));
  private static final List<CampaignFile> FILES = CampaignFiles.load(FOLDERS, TEMPLATES, FIELDS, CODES);

  static Stream<CampaignDefinition> definitions() {
    return FILES.stream().map(CampaignFile::definition);
  }

  @Test
  void theyAreInOrder() {
    var findings = new Findings();
    new CampaignFiles().check(FOLDERS, findings);
    assertEquals(List.of(), findings.all());
  }

  @Test
  void eachTemplateOfACampaignHasOne() {
    assertEquals(List.of("alerta-fraude", "conozca-sus-derechos", "consulado-movil", "emergencia-esta-a-salvo", "pasaporte-por-vencer",
        "recordatorio-cita", "registro-nacimiento", "rutas-regulares", "voto-exterior"),
        definitions().map(CampaignDefinition::template).distinct().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void eachReadsWellInEveryChannelAndLanguage(CampaignDefinition definition) {
    var texts = Samples.of(TEMPLATES.get(definition.template()), definition.channels(), definition.values());
    assertEquals(definition.channels().size() * 2, texts.size(), "every channel in Spanish and English");
    for (var text : texts) {
      assertFalse(text.body().contains("{{") || text.body().contains("["), text.body());
      assertTrue(text.segments() == null || text.segments().segments() <= 2, text.body());
    }
  }

  @Test
  void noFileStatesWhatOnlyAMinistryKnows() {
    var gaps = definitions().collect(Collectors.toMap(CampaignDefinition::id, d -> Gaps.of(d).stream().sorted().toList()));
    assertEquals(List.of("/audience", "/rsvp/capacity", "/rsvp/deadline", "/rsvp/zone", "/values/address", "/values/event_end", "/values/event_start", "/values/place",
        "/values/services"), gaps.get("consulado-movil"));
    assertEquals(List.of("/values/register_by"), gaps.get("voto-exterior"));
    assertEquals(List.of(), gaps.get("pasaporte-por-vencer"));
  }

  @Test
  void anEmergencyPassesQuietHoursAndNeedsTwoApprovers() {
    definitions().filter(d -> d.purpose() == org.enlacehub.contact.Purpose.EMERGENCY).forEach(d -> {
      assertEquals(org.enlacehub.delivery.Quiet.NONE, d.quiet(), d.id());
      assertEquals(2, d.approvals(), d.id());
    });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      a value in one language only | place: {es: "Fresno"}                                  | /values/place       | missing in 'en'
      a name with a slip           | adress: "Main Street 1"                                | /values/adress      | no variable 'adress'
      nothing for a variable       | place: "Fresno"                                        | /values             | needs a value for 'address'
      no date                      | event_start: "soon"                                    | /values/event_start | is not a date or time
      too long                     | services: {es: "pasaporte, DPI, tarjeta consular, partidas de nacimiento, actas de matrimonio, poderes, legalizaciones, constancias de sobrevivencia y asesoría legal", en: "passport"} | /values | takes 3 segments
      """)
  void whatDoesNotFitTheTemplateIsTold(String label, String line, String pointer, String words) {
    var name = line.substring(0, line.indexOf(':'));
    var values = new ArrayList<>(List.of("place: \"Fresno\"", "address: \"100 Main Street\"", "event_start: \"2027-02-06T09:00\"",
        "event_end: \"15:00\"", "services: {es: pasaporte, en: passport}"));
    values.removeIf(v -> v.startsWith(name + ":") || label.startsWith("nothing") && v.startsWith("address:"));
    values.add(line);
    var source = "id: jornada\ntitle: {es: Jornada, en: Day}\npurpose: information\naudience: all\ntemplate: consulado-movil\n"
        + "channels: [sms]\nvalues:\n  " + String.join("\n  ", values) + "\n";
    var findings = new Findings();
    assertTrue(new CampaignReader(new TemplateChecks(TEMPLATES, FIELDS, CODES)).read(source, "jornada.yml", findings).isEmpty());
    assertTrue(findings.all().stream().anyMatch(f -> pointer.equals(f.field()) && f.message().contains(words) && f.line() > 5),
        () -> findings.all().toString());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      an unknown topic        | reply: {topic: PASAPORTE}                                                     | /reply/topic    | PASSPORT
      an unknown mission      | reply: {desk: GT-US-LOS}                                                      | /reply/desk     | GT-US-
      no length of time       | reply: {within: tres días}                                                    | /reply/within   | 30m, 4h, 2d
      help and settled        | reply: {urgent: ["2"], settled: ["2"]}                                        | /reply/settled  | one of the two
      a slip                  | reply: {topics: PASSPORT}                                                     | /reply/topics   | topic
      no places               | rsvp: {capacity: 0, deadline: 2027-02-05T12:00, zone: America/Los_Angeles}    | /rsvp/capacity  | Correct
      no end                  | rsvp: {capacity: 10, zone: America/Los_Angeles}                               | /rsvp/deadline  | deadline
      no moment               | rsvp: {capacity: 10, deadline: mañana, zone: America/Los_Angeles}             | /rsvp/deadline  | 2027-02-05T12:00
      no zone                 | rsvp: {capacity: 10, deadline: 2027-02-05T12:00, zone: Los Angeles}           | /rsvp/zone      | America/Los_Angeles
      nothing to confirm with | rsvp: {capacity: 10, deadline: 2027-02-05T12:00, zone: America/Los_Angeles}   | /values         | place
      """)
  void whatAReplyDoesIsChecked(String label, String line, String pointer, String remedy) {
    var source = "id: aviso\ntitle: Aviso\npurpose: service\naudience: all\ntext: {es: Hola, en: Hello}\nchannels: [sms]\n" + line + "\n";
    var findings = new Findings();
    assertTrue(new CampaignReader(new TemplateChecks(TEMPLATES, FIELDS, CODES)).read(source, "aviso.yml", findings).isEmpty());
    assertTrue(findings.all().stream().anyMatch(f -> pointer.equals(f.field()) && (f.message() + f.remedy()).contains(remedy)), findings.all()::toString);
  }

  @Test
  void aDateOfContactsIsOneThatIsDeclared() {
    var source = "id: aviso\ntitle: Aviso\npurpose: service\naudience: all\ntext: {es: Hola, en: Hello}\nchannels: [sms]\n"
        + "schedule: {relativeTo: pasport_expires, offsets: [-7d]}\n";
    var findings = new Findings();
    assertTrue(new CampaignReader(new TemplateChecks(TEMPLATES, FIELDS, CODES)).read(source, "aviso.yml", findings).isEmpty());
    assertEquals("/schedule/relativeTo", findings.all().getFirst().field());
    assertTrue(findings.all().getFirst().remedy().contains("passport_expires"), findings.all()::toString);
  }
}
