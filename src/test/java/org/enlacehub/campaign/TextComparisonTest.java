package org.enlacehub.campaign;

import static org.enlacehub.campaign.CampaignStage.AUTHOR;
import static org.enlacehub.campaign.CampaignStage.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.delivery.People;
import org.enlacehub.inquiry.Incoming;
import org.enlacehub.inquiry.Reception;
import org.enlacehub.triage.Triage;
import org.junit.jupiter.api.Test;

/** Two texts against each other: each person gets one, always the same, and what they did is compared. */
@MicronautTest(transactional = false)
class TextComparisonTest extends LeavesByStandIns {
  private static final int PEOPLE = 40;
  private static final String SECOND = "against: {text: {es: Segundo, en: Second}, share: 30}";
  @Inject TextComparisons comparisons;
  @Inject Forecasts forecasts;
  @Inject Reception reception;
  @Inject Triage triage;

  TextComparisonTest() {
    super(4);
  }

  private List<Contact> crowd(String tag) {
    return IntStream.range(0, PEOPLE).mapToObj(_ -> people.with("phone", People.number(), "tags", tag)).toList();
  }

  private List<String> textsTo(Contact person) {
    return carriers.bookOf(person.addresses().getFirst().value()).stream().map(m -> m.details().body()).toList();
  }

  @Test
  void eachPersonGetsOneOfThemAndTheRuleOfTheDatabaseIsThatOfTheForecast() {
    var all = crowd("dos-textos");
    long id = stage.running("dos-textos", "dos-textos", SECOND);
    stage.send();
    var against = campaigns.definition(stage.campaign(id)).against();
    for (var person : all) {
      assertEquals(List.of(against.gets(person.id(), id) ? "Segundo" : "Hola dos-textos"), textsTo(person));
    }
    var second = all.stream().filter(p -> against.gets(p.id(), id)).toList();
    assertTrue(!second.isEmpty() && second.size() < PEOPLE, "both were sent");
    var writer = second.getFirst();
    reception.receive(new Incoming(7_000_001, writer.id(), writer.addresses().getFirst().id(), Channel.SMS, writer.addresses().getFirst().value(),
        "gracias, ¿dónde es?", null, null, List.of(), null, triage.assess("gracias, ¿dónde es?"), clock.instant()));
    var comparison = comparisons.of(id);
    assertEquals(List.of((long) PEOPLE - second.size(), (long) second.size()), List.of(comparison.first().people(), comparison.second().people()));
    assertEquals(List.of(0L, 1L), List.of(comparison.first().replied(), comparison.second().replied()));
    assertEquals(List.of("delivered", "read", "replied"), comparison.measures(false).stream().map(TextComparison.Measure::name).toList());
  }

  @Test
  void bothArePricedAndFixedAtApproval() {
    crowd("precio");
    long cheap = stage.draft("precio-uno", "precio");
    long dear = stage.draft("precio-dos", "precio", "against: {text: {es: \"" + "á".repeat(300) + "\", en: B}, share: 99}");
    assertTrue(forecasts.of(stage.campaign(dear)).segments() > forecasts.of(stage.campaign(cheap)).segments());
    var source = CampaignStage.source("precio-tres", "precio", "template: alerta-fraude", "values: {fraud: {es: gestores, en: agents}}",
        "against: {template: alerta-fraude, values: {fraud: {es: llamadas, en: calls}}}");
    long id = done(campaigns.create(AUTHOR, source)).id();
    done(campaigns.submit(id, AUTHOR));
    assertNotNull(stage.campaign(id).secondVersion());
    assertNotEquals(campaigns.definition(stage.campaign(id)).wording(false), campaigns.definition(stage.campaign(id)).wording(true));
  }

  @Test
  void aGapInTheSecondTextIsFoundToo() {
    crowd("hueco");
    long id = stage.draft("hueco-dos", "hueco", "against: {text: {es: \"En [lugar]\", en: At}}");
    assertEquals(List.of("/against/text/es"), campaigns.obstacles(stage.campaign(id)).stream().map(f -> f.field()).toList());
  }
}
