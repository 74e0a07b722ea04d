package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.net.URI;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.SaveOutcome;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.ProblemException;

/** The pages of contacts; an officer sees the people of their own consulate. */
@Controller("/contactos")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class ContactPages {
  private final Contacts contacts;
  private final ContactReader reader;
  private final ContactLists lists;
  private final SearchBox box;
  private final ContactViews views;
  private final ContactForms forms;
  private final Saving saving;
  private final Erasure erasure;
  private final PageTexts texts;

  ContactPages(Contacts contacts, ContactReader reader, ContactLists lists, SearchBox box, ContactViews views, ContactForms forms,
      Saving saving, Erasure erasure, PageTexts texts) {
    this.contacts = contacts;
    this.reader = reader;
    this.lists = lists;
    this.box = box;
    this.views = views;
    this.forms = forms;
    this.saving = saving;
    this.erasure = erasure;
    this.texts = texts;
  }

  /** @param b what was typed into the box, sealed; see {@link SearchBox} */
  @Get
  @View("contact/list")
  ContactListPage list(@Nullable @QueryValue String b, @Nullable @QueryValue String idioma, @Nullable @QueryValue String canal,
      @Nullable @QueryValue String cursor, Authentication authentication) {
    return lists.page(Actor.of(authentication), texts.of(authentication), ContactLists.Filters.of(box.open(b), idioma, canal), cursor);
  }

  /** Takes what was typed in the body, since it may name a person, and leads to an address that does not tell it. */
  @Post("/buscar")
  HttpResponse<?> search(@Body Map<String, String> form) {
    return HttpResponse.seeOther(URI.create(lists.path(ContactLists.Filters.of(form.getOrDefault("q", ""), form.get("idioma"), form.get("canal")))));
  }

  @Get("/nuevo")
  @View("contact/form")
  ContactFormPage blank() {
    return forms.blank();
  }

  @Post
  HttpResponse<?> create(@Body Map<String, String> form, Authentication authentication) {
    var t = texts.of(authentication);
    var actor = Actor.of(authentication);
    var typed = forms.typed(form, null);
    var reading = reader.read(typed, null);
    var flaws = new java.util.ArrayList<>(reading.flaws());
    if (flaws.isEmpty() && reading.draft().addresses().isEmpty() && reading.draft().externalId() == null) {
      flaws.add(new org.enlacehub.contact.Flaw("phone", "no-identity", ""));
    }
    if (!flaws.isEmpty()) return refused(forms.flawed(null, 0, typed, flaws, t));
    return switch (saving.create(reading.draft(), Origin.staff(actor, "console"))) {
      case SaveOutcome.Saved(var made) -> done("/contactos/" + made.id(), "created");
      case SaveOutcome.Taken taken -> refused(forms.taken(null, 0, typed, taken, actor.scope(), t));
      case SaveOutcome.Conflict _, SaveOutcome.Missing _ -> throw ProblemException.notFound("contact");
    };
  }

  @Get("/{id}")
  HttpResponse<?> show(long id, Authentication authentication) {
    var actor = Actor.of(authentication);
    var contact = find(id, actor);
    // Links to a contact that was merged lead to the one it lies in.
    return contact.id() != id ? HttpResponse.seeOther(URI.create("/contactos/" + contact.id()))
        : HttpResponse.ok(new ModelAndView<>("contact/show", views.of(contact, actor, texts.of(authentication))));
  }

  @Get("/{id}/editar")
  HttpResponse<?> edit(long id, Authentication authentication) {
    var contact = find(id, Actor.of(authentication));
    return contact.id() != id ? HttpResponse.seeOther(URI.create("/contactos/" + contact.id() + "/editar"))
        : HttpResponse.ok(new ModelAndView<>("contact/form", forms.of(contact)));
  }

  @Post("/{id}")
  HttpResponse<?> save(long id, @Body Map<String, String> form, Authentication authentication) {
    var t = texts.of(authentication);
    var actor = Actor.of(authentication);
    var current = find(id, actor);
    var typed = forms.typed(form, current);
    int version = form.getOrDefault("version", "").matches("\\d{1,9}") ? Integer.parseInt(form.get("version")) : 0;
    var reading = reader.read(typed, null);
    if (!reading.flaws().isEmpty()) return refused(forms.flawed(current, version, typed, reading.flaws(), t));
    return switch (saving.update(id, version, reading.draft(), Origin.staff(actor, "console"))) {
      case SaveOutcome.Saved _ -> done("/contactos/" + id, "saved");
      case SaveOutcome.Conflict(var now) -> refused(forms.conflict(now, typed, t));
      case SaveOutcome.Taken taken -> refused(forms.taken(current, version, typed, taken, actor.scope(), t));
      case SaveOutcome.Missing _ -> throw ProblemException.notFound("contact");
    };
  }

  @Post("/{id}/borrar")
  @Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
  HttpResponse<?> erase(long id, Authentication authentication) {
    if (!erasure.erase(id, Origin.staff(Actor.of(authentication), "console"))) throw ProblemException.notFound("contact");
    return done("/contactos", "erased");
  }

  private Contact find(long id, Actor actor) {
    return contacts.find(id, actor.scope()).orElseThrow(() -> ProblemException.notFound("contact"));
  }

  private static HttpResponse<?> refused(ContactFormPage page) {
    return HttpResponse.unprocessableEntity().body(new ModelAndView<>("contact/form", page));
  }

  static HttpResponse<?> done(String path, String what) {
    return HttpResponse.seeOther(URI.create(path + "?hecho=contact.done." + what));
  }
}
