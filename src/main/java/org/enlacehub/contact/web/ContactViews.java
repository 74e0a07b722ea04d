package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Address;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactFacts;
import org.enlacehub.contact.Merges;
import org.enlacehub.contact.Phones;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.Suppressions;
import org.enlacehub.contact.Timeline;
import org.enlacehub.platform.i18n.Texts;

/** Makes the page of one person. */
@Singleton
class ContactViews {
  private static final int ENTRIES = 50;
  private static final Set<String> ELSEWHERE = Set.of("name", "phone", "whatsapp", "email", "note", "tags", "latitude", "longitude");
  private final Timeline timeline;
  private final Suppressions suppressions;
  private final Merges merges;
  private final FieldTitles titles;
  private final Desks desks;

  ContactViews(Timeline timeline, Suppressions suppressions, Merges merges, FieldTitles titles, Desks desks) {
    this.timeline = timeline;
    this.suppressions = suppressions;
    this.merges = merges;
    this.titles = titles;
    this.desks = desks;
  }

  ContactPage of(Contact c, Actor actor, Texts t) {
    var facts = new LinkedHashMap<String, String>();
    ContactFacts.of(c).forEach((name, text) -> {
      if (!ELSEWHERE.contains(name)) facts.put(titles.of(name, t), shown(name, text, t));
    });
    return new ContactPage(c, name(c, t), facts, c.addresses().stream().map(this::address).toList(),
        timeline.entries(c.id(), actor, t, titles::of, ENTRIES), merges.into(c.id()), actor.may(Role.COMMUNICATION, Role.ADMINISTRATOR));
  }

  static String name(Contact c, Texts t) {
    return c.displayName() == null ? t.get("contact.nameless") : c.displayName();
  }

  private String shown(String name, String text, Texts t) {
    return switch (name) {
      case "consulate" -> desks.name(text);
      case "language" -> t.has("contact.language." + text) ? t.get("contact.language." + text) : text;
      default -> text;
    };
  }

  private ContactPage.AddressView address(Address a) {
    var channels = a.kind().channels().stream().sorted().map(channel -> new ContactPage.ChannelView(channel.code(), a.reaches(channel),
        consent(a, channel), reason(a, channel))).toList();
    return new ContactPage.AddressView(a.id(), a.kind() == AddressKind.PHONE ? Phones.display(a.value()) : a.value(), a.valid(),
        a.invalidReason(), channels);
  }

  private @Nullable String reason(Address a, Channel channel) {
    return suppressions.reason(a.kind(), a.value(), channel).map(Enum::name).orElse(null);
  }

  private static Map<String, String> consent(Address a, Channel channel) {
    var consent = new LinkedHashMap<String, String>();
    for (var purpose : List.of(Purpose.values())) {
      consent.put(purpose.code(), a.consent().isWithdrawn(channel, purpose) ? "withdrawn"
          : a.consent().isGranted(channel, purpose) ? "granted" : a.consent().isUnconfirmed(channel, purpose) ? "unconfirmed" : "unknown");
    }
    return consent;
  }
}
