package org.enlacehub.contact.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.View;
import java.net.URI;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactSearch;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.FilterLanguage.Reading;
import org.enlacehub.platform.web.ProblemException;

/** Any two records that an officer knows to be one person: found from the page of one of them, or ticked in the list. */
@Controller("/contactos")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class SamePersonPages {
  private static final String VIEW = "contact/same";
  private static final int CANDIDATES = 20;
  private final Contacts contacts;
  private final ContactSearch search;
  private final Comparisons comparisons;
  private final PageTexts texts;

  SamePersonPages(Contacts contacts, ContactSearch search, Comparisons comparisons, PageTexts texts) {
    this.contacts = contacts;
    this.search = search;
    this.comparisons = comparisons;
    this.texts = texts;
  }

  @Get("/{id}/misma")
  @View(VIEW)
  SamePersonPage ask(long id, Authentication authentication) {
    return new SamePersonPage(side(find(id, authentication), authentication), "", null, null, null);
  }

  /** @param form {@code q}: what the search of the list takes; in the body, since it may name a person */
  @Post("/{id}/misma")
  @View(VIEW)
  SamePersonPage look(long id, @Body Map<String, String> form, Authentication authentication) {
    var contact = find(id, authentication);
    var query = form.getOrDefault("q", "").strip();
    var side = side(contact, authentication);
    if (query.isEmpty()) return new SamePersonPage(side, "", null, null, null);
    return switch (search.read(query)) {
      case Reading.Wrong wrong -> new SamePersonPage(side, query, wrong.told(texts.of(authentication)), null, null);
      case Reading.Read(var filter) -> new SamePersonPage(side, query, null, search.page(filter, Actor.of(authentication).scope(),
          Long.MAX_VALUE, CANDIDATES + 1).stream().filter(found -> found.id() != contact.id()).limit(CANDIDATES).toList(), null);
    };
  }

  @Get("/{id}/misma/{other}")
  @View(VIEW)
  SamePersonPage compare(long id, long other, Authentication authentication) {
    var first = find(id, authentication);
    var second = find(other, authentication);
    if (first.id() == second.id()) return ask(id, authentication);
    return new SamePersonPage(side(first, authentication), "", null, null, comparisons.of(first, second, texts.of(authentication)));
  }

  /** @param form {@code id-17} for each who is ticked in the list: two of them */
  @Post("/misma")
  HttpResponse<?> ticked(@Body Map<String, String> form) {
    var ids = BulkPages.ticked(form);
    return ids.size() == 2 ? HttpResponse.seeOther(URI.create("/contactos/" + ids.getFirst() + "/misma/" + ids.getLast()))
        : ContactPages.done("/contactos", "two");
  }

  private Contact find(long id, Authentication authentication) {
    return contacts.find(id, Actor.of(authentication).scope()).orElseThrow(() -> ProblemException.notFound("contact"));
  }

  private PairView.Side side(Contact contact, Authentication authentication) {
    return new PairView.Side(contact.id(), ContactViews.name(contact, texts.of(authentication)));
  }
}
