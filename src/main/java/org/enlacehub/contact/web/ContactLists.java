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
import org.enlacehub.contact.FilterLanguage.Reading;
import org.enlacehub.contact.bulk.BulkAct;
import org.enlacehub.contact.bulk.BulkActs;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.Cursor;

/** Makes the pages of the list. */
@Singleton
class ContactLists {
  private static final int SIZE = 50;
  private final ContactSearch search;
  private final SearchBox box;
  private final SavedViews views;

  ContactLists(ContactSearch search, SearchBox box, SavedViews views) {
    this.search = search;
    this.box = box;
    this.views = views;
  }

  /**
   * What narrows the list.
   *
   * @param query as it was typed; blank for none
   * @param language code, empty for any
   * @param channel code, empty for any
   */
  record Filters(String query, String language, String channel) {
    /** What nobody could have chosen counts as nothing. */
    static Filters of(String query, @Nullable String language, @Nullable String channel) {
      return new Filters(query, language == null || !PreferencePage.LANGUAGES.contains(language) ? "" : language,
          Channel.parse(channel == null ? "" : channel).map(Channel::code).orElse(""));
    }

    boolean any() {
      return !query.isBlank() || !language.isEmpty() || !channel.isEmpty();
    }

    /** The list's address; {@code sealed} is the query as addresses carry it. */
    String path(String sealed) {
      var parameters = (query.isBlank() ? "" : "&b=" + encoded(sealed)) + (language.isEmpty() ? "" : "&idioma=" + encoded(language))
          + (channel.isEmpty() ? "" : "&canal=" + encoded(channel));
      return "/contactos" + (parameters.isEmpty() ? "" : "?" + parameters.substring(1));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  ContactListPage page(Actor actor, Texts t, Filters filters, @Nullable String cursor) {
    var reading = search.read(filters.query());
    var sealed = filters.query().isBlank() ? "" : box.seal(filters.query());
    boolean mayAll = BulkActs.may(actor, BulkAct.Kind.ERASE);
    var kept = views.of(actor, filters);
    if (reading instanceof Reading.Wrong wrong) {
      return new ContactListPage(List.of(), filters.query(), filters.language(), filters.channel(), wrong.told(t), null, true, sealed, mayAll, kept);
    }
    long before = Cursor.decode(cursor, 1).map(c -> c.number(0)).orElse(Long.MAX_VALUE);
    var found = search.page(narrowed((Reading.Read) reading, filters), actor.scope(), before, SIZE + 1);
    boolean more = found.size() > SIZE;
    var shown = more ? found.subList(0, SIZE) : found;
    var path = filters.path(sealed);
    var next = more ? path + (path.contains("?") ? "&" : "?") + "cursor=" + Cursor.of(shown.getLast().id()).encode() : null;
    return new ContactListPage(shown, filters.query(), filters.language(), filters.channel(), null, next, filters.any(), sealed, mayAll, kept);
  }

  /** The list's address with these filters. */
  String path(Filters filters) {
    return filters.path(filters.query().isBlank() ? "" : box.seal(filters.query()));
  }

  /** Everybody whom the list shows with these filters; empty when the query cannot be read. */
  Optional<ContactFilter> filter(Filters filters) {
    return search.read(filters.query()) instanceof Reading.Read read ? Optional.of(narrowed(read, filters)) : Optional.empty();
  }

  private ContactFilter narrowed(Reading.Read read, Filters filters) {
    var filter = read.filter();
    if (!filters.language().isEmpty()) filter = filter.and(own("language = " + filters.language()));
    return filters.channel().isEmpty() ? filter : filter.and(own("channel = " + filters.channel()));
  }

  private ContactFilter own(String condition) {
    return ((Reading.Read) search.read(condition)).filter();
  }
}
