package org.enlacehub.audience.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.CompiledQuery;
import org.enlacehub.audience.web.AudienceResult.Bar;
import org.enlacehub.audience.web.AudienceResult.Person;
import org.enlacehub.contact.Address;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactSearch;
import org.enlacehub.contact.Masks;
import org.enlacehub.contact.web.Shown;
import org.enlacehub.platform.i18n.Texts;

/** Whom a query means: how many, by channel and language, and some of them. */
@Singleton
class Results {
  private static final int SAMPLE = 6;
  private static final int MOST_LANGUAGES = 8;
  private static final int WHOLE = 100;
  private final Audiences audiences;
  private final ContactSearch search;

  Results(Audiences audiences, ContactSearch search) {
    this.audiences = audiences;
    this.search = search;
  }

  AudienceResult of(CompiledQuery query, Actor actor, Texts t) {
    var count = audiences.count(query, actor.scope());
    boolean open = actor.may(Role.OFFICER, Role.ADMINISTRATOR);
    var channels = new ArrayList<Bar>();
    count.byChannel().forEach((channel, people) -> channels.add(bar(t.get("contact.channel." + channel.code()), people, count.count())));
    var people = search.page(query.filter(), actor.scope(), Long.MAX_VALUE, SAMPLE).stream().map(c -> person(c, open, t)).toList();
    return new AudienceResult(count.count(), channels, languages(count.byLanguage(), count.count(), t), people, open);
  }

  private static List<Bar> languages(Map<String, Long> byLanguage, long all, Texts t) {
    var most = byLanguage.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())).toList();
    var bars = new ArrayList<Bar>();
    most.stream().limit(MOST_LANGUAGES).forEach(entry -> bars.add(bar(language(entry.getKey(), t), entry.getValue(), all)));
    long rest = most.stream().skip(MOST_LANGUAGES).mapToLong(Map.Entry::getValue).sum();
    if (rest > 0) bars.add(bar(t.get("audience.language.others"), rest, all));
    return bars;
  }

  private static Bar bar(String name, long people, long all) {
    return new Bar(name, people, all == 0 ? 0 : (int) Math.max(people > 0 ? 1 : 0, people * WHOLE / all));
  }

  static String language(String code, Texts t) {
    if (code == null || code.isEmpty()) return t.get("audience.language.unknown");
    return t.has("contact.language." + code) ? t.get("contact.language." + code) : code;
  }

  private static Person person(Contact c, boolean open, Texts t) {
    var name = c.displayName() == null ? t.get("contact.nameless") : open ? c.displayName() : initials(c.displayName());
    return new Person(c.id(), name, Shown.place(c), c.language() == null ? "" : language(c.language(), t),
        c.addresses().stream().map(address -> open ? Shown.address(address) : masked(address)).toList());
  }

  private static String masked(Address address) {
    return Masks.of(address.kind(), address.value());
  }

  /** {@code M. T.} */
  private static String initials(String name) {
    var initials = new StringBuilder();
    for (var word : name.strip().split("\\s+")) initials.append(initials.isEmpty() ? "" : " ").appendCodePoint(word.codePointAt(0)).append('.');
    return initials.toString();
  }
}
