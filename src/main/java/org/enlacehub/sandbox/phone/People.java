package org.enlacehub.sandbox.phone;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.sandbox.demo.DemoPeople;
import org.enlacehub.sandbox.mail.CaughtMails;
import org.enlacehub.sandbox.mail.ReadMail;
import org.enlacehub.sandbox.twilio.Address;
import org.enlacehub.sandbox.twilio.CarrierBook;

/** Who can be played: those with traffic, those of the demo, and anyone whose number or address is typed. */
@Singleton
final class People {
  private static final int LISTED = 40;

  private final CarrierBook book;
  private final CaughtMails mails;
  private final DemoPeople demo;

  People(CarrierBook book, CaughtMails mails, DemoPeople demo) {
    this.book = book;
    this.mails = mails;
    this.demo = demo;
  }

  /** The person behind what was typed or clicked: a number, a mail address or a name of the demo. Empty for none of these. */
  Optional<Migrant> find(String typed) {
    var text = typed.strip();
    if (text.contains("@")) {
      return text.matches("[^@\\s]+@[^@\\s]+") ? Optional.of(byMail(text)) : Optional.empty();
    }
    var named = demo.all().stream().filter(person -> person.name().equalsIgnoreCase(text)).findFirst();
    return named.map(People::of).or(() -> PhoneNumbers.read(text).map(this::byNumber));
  }

  private Migrant byNumber(String number) {
    return demo.by(number).map(person -> new Migrant(number, person.email(), person.name(), person.city()))
        .orElseGet(() -> new Migrant(number, "", "", ""));
  }

  private Migrant byMail(String mail) {
    return demo.by(mail).map(People::of).filter(migrant -> migrant.mail().equalsIgnoreCase(mail))
        .orElseGet(() -> new Migrant("", mail, "", ""));
  }

  private static Migrant of(DemoPeople.Person person) {
    return new Migrant(person.phone().isEmpty() ? person.whatsapp() : person.phone(), person.email(), person.name(), person.city());
  }

  List<DemoPeople.Person> suggestions() {
    return demo.all();
  }

  /** People with traffic, the latest first. */
  List<PersonRow> rows(String chosen, Texts t) {
    var found = new LinkedHashMap<String, Seen>();
    for (var address : book.recentPersons(LISTED * 2)) {
      var latest = book.conversation(address, 1);
      if (!latest.isEmpty()) {
        var message = latest.getFirst();
        var tab = Address.isWhatsApp(address) ? Tab.WHATSAPP : Tab.SMS;
        put(found, new Seen(byNumber(Address.number(address)), tab, message.details().body(), message.arrived(), message.inbound()));
      }
    }
    for (var mail : mails.newest(_ -> true, LISTED * 2)) {
      for (var to : mail.recipients().subList(0, Math.min(3, mail.recipients().size()))) {
        put(found, new Seen(byMail(to), Tab.MAIL, ReadMail.of(mail).subject(), mail.at(), false));
      }
    }
    return new ArrayList<>(found.values()).stream().sorted(Comparator.comparing(Seen::at).reversed()).limit(LISTED)
        .map(seen -> seen.row(chosen, t)).toList();
  }

  private static void put(Map<String, Seen> found, Seen seen) {
    found.merge(seen.migrant().key(), seen, (one, other) -> one.at().isBefore(other.at()) ? other : one);
  }

  private record Seen(Migrant migrant, Tab tab, String text, Instant at, boolean mine) {
    PersonRow row(String chosen, Texts t) {
      ZoneId zone = PhoneNumbers.zone(migrant.number());
      return new PersonRow(migrant, tab.word(), text, Conversations.time(at, zone, t), mine, migrant.key().equals(chosen));
    }
  }
}
