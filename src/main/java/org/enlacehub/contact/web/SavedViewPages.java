package org.enlacehub.contact.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.net.URI;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;

/** Keeps what the list shows under a name, and forgets it again. */
@Controller("/contactos/vistas")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class SavedViewPages {
  private final SavedViews views;
  private final SearchBox box;

  SavedViewPages(SavedViews views, SearchBox box) {
    this.views = views;
    this.box = box;
  }

  @Post
  HttpResponse<?> keep(@Body Map<String, String> form, Authentication authentication) {
    var sealed = form.getOrDefault("b", "");
    var filters = ContactLists.Filters.of(box.open(sealed), form.get("idioma"), form.get("canal"));
    boolean kept = views.keep(Actor.of(authentication), form.getOrDefault("name", ""), filters);
    var path = filters.path(sealed);
    return HttpResponse.seeOther(URI.create(path + (path.contains("?") ? "&" : "?") + "hecho=contact.done." + (kept ? "view" : "noView")));
  }

  @Post("/{id}/quitar")
  HttpResponse<?> forget(long id, Authentication authentication) {
    views.forget(Actor.of(authentication), id);
    return ContactPages.done("/contactos", "viewGone");
  }
}
