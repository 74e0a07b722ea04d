package org.enlacehub.sandbox.phone;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.sandbox.demo.DemoPeople;
import org.enlacehub.sandbox.twilio.NumberBehaviour;

/**
 * The phone page.
 *
 * @param migrant who is played; null before anyone is chosen
 * @param clock the time on the migrant's clock
 * @param place the migrant's time zone, in words
 * @param hub what the app calls the other side
 * @param problem what was wrong with what was typed; null for nothing
 * @param answering the latest mail from the hub, which a mail answers by default; null for none
 * @param suggestions people of the demo to choose from
 * @param draft what was typed and could not be sent; empty for nothing
 * @param known what the hub knows and decided; null where the sandbox runs alone, or it is not shown
 */
public record PhoneView(Texts t, @Nullable Migrant migrant, Tab tab, List<PersonRow> people, List<Bubble> bubbles,
    List<Trace> traces, String clock, String place, String hub, @Nullable String problem, @Nullable Bubble answering,
    List<DemoPeople.Person> suggestions, String draft, @Nullable HubView known) {

  /** The same page with what was typed, when there is a problem with it. */
  PhoneView withDraft(@Nullable String typed) {
    return new PhoneView(t, migrant, tab, people, bubbles, traces, clock, place, hub, problem, answering, suggestions,
        problem == null || typed == null ? "" : typed, known);
  }

  PhoneView withKnown(@Nullable HubView known) {
    return new PhoneView(t, migrant, tab, people, bubbles, traces, clock, place, hub, problem, answering, suggestions, draft, known);
  }

  /** The address of this page with another app or language. */
  public String link(Tab other, String language) {
    return "/sandbox/phone?who=" + (migrant == null ? "" : encode(migrant.key())) + "&tab=" + other.word() + "&lang=" + language;
  }

  /** The address of a fragment of this page. */
  public String fragment(String name) {
    return "/sandbox/phone/" + name + "?who=" + (migrant == null ? "" : encode(migrant.key())) + "&tab=" + tab.word()
        + "&lang=" + t.language();
  }

  /** The address of the page of another person. */
  public String to(PersonRow row) {
    return "/sandbox/phone?who=" + encode(row.migrant().key()) + "&tab=" + row.tab() + "&lang=" + t.language();
  }

  /** The table of numbers that misbehave. */
  public NumberBehaviour[] behaviours() {
    return NumberBehaviour.values();
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
