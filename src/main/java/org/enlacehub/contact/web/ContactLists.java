package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.contact.ContactSearch;
import org.enlacehub.contact.bulk.BulkAct;
import org.enlacehub.contact.bulk.BulkActs;
import org.enlacehub.contact.FilterLanguage.Reading;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.Cursor;

/** Makes the pages of the list. */
@Singleton
class ContactLists {
  private static final int SIZE = 50;
  private final ContactSearch search;
  private final SearchBox box;

  ContactLists(ContactSearch search, SearchBox box) {
    this.search = search;
    this.box = box;
  }

  ContactListPage page(Actor actor, Texts t, String query, @Nullable String idioma, @Nullable String canal, @Nullable String cursor) {
    var language = idioma == null || !PreferencePage.LANGUAGES.contains(idioma) ? "" : idioma;
    var channel = Channel.parse(canal).map(Channel::code).orElse("");
    boolean filtered = !query.isBlank() || !language.isEmpty() || !channel.isEmpty();
    var reading = search.read(query);
    if (reading instanceof Reading.Wrong(var offset, var message, var suggestion)) {
      var problem = t.get("contact.search.at", offset + 1, message)
          + (suggestion == null ? "" : " " + t.get("contact.search.meant", suggestion));
      return new ContactListPage(List.of(), query, language, channel, problem, null, true, "", false);
    }
    var filter = narrowed((Reading.Read) reading, language, channel);
    long before = Cursor.decode(cursor, 1).map(c -> c.number(0)).orElse(Long.MAX_VALUE);
    var found = search.page(filter, actor.scope(), before, SIZE + 1);
    boolean more = found.size() > SIZE;
    var shown = more ? found.subList(0, SIZE) : found;
    return new ContactListPage(shown, query, language, channel, null, more ? next(query, language, channel, shown.getLast().id()) : null, filtered,
        query.isBlank() ? "" : box.seal(query), BulkActs.may(actor, BulkAct.Kind.ERASE));
  }

  /** Everybody whom the list shows with these filters; empty when the query cannot be read. */
  Optional<ContactFilter> filter(String query, String language, String channel) {
    return search.read(query) instanceof Reading.Read read ? Optional.of(narrowed(read, PreferencePage.LANGUAGES.contains(language) ? language : "",
        Channel.parse(channel).map(Channel::code).orElse(""))) : Optional.empty();
  }

  private ContactFilter narrowed(Reading.Read read, String language, String channel) {
    var filter = read.filter();
    if (!language.isEmpty()) filter = filter.and(own("language = " + language));
    return channel.isEmpty() ? filter : filter.and(own("channel = " + channel));
  }

  private ContactFilter own(String condition) {
    return ((Reading.Read) search.read(condition)).filter();
  }

  private String next(String query, String language, String channel, long last) {
    return "/contactos?cursor=" + Cursor.of(last).encode() + parameters(query, language, channel);
  }

  String parameters(String query, String language, String channel) {
    return (query.isBlank() ? "" : "&b=" + box.seal(query)) + (language.isEmpty() ? "" : "&idioma=" + encoded(language))
        + (channel.isEmpty() ? "" : "&canal=" + encoded(channel));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
