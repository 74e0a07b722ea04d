package org.enlacehub.sandbox.phone;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.sandbox.mail.HubMailbox;
import org.enlacehub.sandbox.twilio.CarrierBook;
import org.enlacehub.sandbox.twilio.Journeys;

/** Puts together what the phone page shows. */
@Singleton
final class PhoneDesk {
  private final Languages languages;
  private final People people;
  private final Conversations conversations;
  private final Traces traces;
  private final HubMailbox mailbox;
  private final CarrierBook book;
  private final Journeys journeys;
  private final Optional<HubKnowledge> hubKnowledge;
  private final Clock clock;

  PhoneDesk(Languages languages, People people, Conversations conversations, Traces traces, HubMailbox mailbox, CarrierBook book,
      Journeys journeys, Optional<HubKnowledge> hubKnowledge, Clock clock) {
    this.languages = languages;
    this.people = people;
    this.conversations = conversations;
    this.traces = traces;
    this.mailbox = mailbox;
    this.book = book;
    this.journeys = journeys;
    this.hubKnowledge = hubKnowledge;
    this.clock = clock;
  }

  Optional<Migrant> migrant(@Nullable String who) {
    // A plus sign in an address that was typed by hand arrives as a space.
    return who == null || who.isBlank() ? Optional.empty() : people.find(who.startsWith(" ") ? "+" + who.strip() : who);
  }

  /** The same with what the hub beside us knows of the person; for the places that show it, for it asks the product's database. */
  PhoneView knowing(PhoneView view) {
    var migrant = view.migrant();
    return migrant == null ? view
        : view.withKnown(hubKnowledge.map(told -> told.of(migrant.number(), migrant.mail(), view.t())).orElse(null));
  }

  /** @param problem key of what was wrong with the last act; null for nothing */
  PhoneView view(@Nullable String who, @Nullable String word, @Nullable String language, @Nullable String problem) {
    var t = languages.texts(language == null ? "es" : language);
    var migrant = migrant(who).orElse(null);
    boolean typedInVain = migrant == null && who != null && !who.isBlank();
    var trouble = problem != null ? t.get(problem) : typedInVain ? t.get("sandbox.problem.who") : null;
    var rows = people.rows(migrant == null ? "" : migrant.key(), t);
    if (migrant == null) {
      return new PhoneView(t, null, Tab.of(word, Tab.SMS), rows, List.of(), List.of(), "", "", "", trouble, null, people.suggestions(), "", null);
    }
    var tab = Tab.of(word, migrant.number().isEmpty() ? Tab.MAIL : Tab.SMS);
    if (tab == Tab.WHATSAPP) {
      book.conversation(Conversations.address(migrant, tab), 20).forEach(journeys::read);
    }
    var zone = PhoneNumbers.zone(migrant.number());
    var bubbles = conversations.of(migrant, tab, t);
    var answering = tab != Tab.MAIL ? null : bubbles.stream().filter(bubble -> !bubble.mine()).reduce((_, last) -> last).orElse(null);
    var hub = switch (tab) {
      case SMS -> PhoneNumbers.display(SandboxCarriers.SMS_FROM);
      case WHATSAPP -> PhoneNumbers.display(SandboxCarriers.WHATSAPP_FROM);
      case MAIL -> mailbox.address();
    };
    return new PhoneView(t, migrant, tab, rows, bubbles, traces.of(migrant, t), Conversations.time(clock.instant(), zone, t),
        zone.getDisplayName(TextStyle.FULL, t.locale()), hub, trouble, answering, people.suggestions(), "", null);
  }
}
