package org.enlacehub.audience.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.FieldKind;
import org.enlacehub.audience.PeopleList;
import org.enlacehub.audience.PeopleLists;
import org.enlacehub.audience.SavedAudience;
import org.enlacehub.audience.SavedAudiences;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.web.PreferencePage;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.territory.Territory;

/** The values of fields that have a closed set of them, by code and title; empty for all other fields. */
@Singleton
class Choices {
  private final Territory territory;
  private final Consulates consulates;
  private final SavedAudiences saved;
  private final PeopleLists lists;

  Choices(Territory territory, Consulates consulates, SavedAudiences saved, PeopleLists lists) {
    this.territory = territory;
    this.consulates = consulates;
    this.saved = saved;
    this.lists = lists;
  }

  Map<String, String> of(String field, FieldKind kind, DeskScope scope, Texts t) {
    return switch (field) {
      case "country" -> countries(t);
      case "language" -> titled(PreferencePage.LANGUAGES, code -> code, code -> t.get("contact.language." + code));
      case "channel" -> titled(Stream.of(Channel.values()).toList(), Channel::code, c -> t.get("contact.channel." + c.code()));
      case "consent", "consent.sms", "consent.whatsapp", "consent.email" -> titled(Stream.of(Purpose.values()).toList(), Purpose::code,
          p -> t.get("contact.purpose." + p.code()));
      case "consulate" -> titled(consulates.all(), c -> c.code(), c -> c.name());
      case "audience" -> titled(saved.visible(scope), SavedAudience::slug, SavedAudience::title);
      case "list" -> titled(lists.visible(scope), PeopleList::slug, PeopleList::title);
      default -> kind == FieldKind.FLAG ? titled(Stream.of("true", "false").toList(), v -> v, v -> t.get("audience.flag." + v)) : Map.of();
    };
  }

  private Map<String, String> countries(Texts t) {
    boolean spanish = t.language().equals("es");
    var sorted = territory.countries().stream().sorted(Comparator.comparing(c -> spanish ? c.es() : c.en(),
        java.text.Collator.getInstance(Locale.of(t.language())))).toList();
    return titled(sorted, c -> c.code(), c -> spanish ? c.es() : c.en());
  }

  private static <T> Map<String, String> titled(Collection<T> all, Function<T, String> code, Function<T, String> title) {
    var titled = new LinkedHashMap<String, String>();
    all.forEach(each -> titled.put(code.apply(each), title.apply(each)));
    return titled;
  }
}
