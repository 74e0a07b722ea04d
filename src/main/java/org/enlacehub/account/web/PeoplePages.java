package org.enlacehub.account.web;

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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.InvalidAccount;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.account.Tokens;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.ProblemException;

/** The people who work with Enlace, for administrators. */
@Controller("/ajustes/personas")
@Secured(Role.Name.ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class PeoplePages {
  private static final String PATH = "/ajustes/personas";
  private static final int SIZE = 40;
  private final Staffs staffs;
  private final Tokens tokens;

  PeoplePages(Staffs staffs, Tokens tokens) {
    this.staffs = staffs;
    this.tokens = tokens;
  }

  @Serdeable
  record PersonForm(@Nullable String name, @Nullable String email, @Nullable List<String> roles, @Nullable String desk) {

    Set<Role> chosen() {
      var found = EnumSet.noneOf(Role.class);
      if (roles != null) roles.forEach(word -> Role.parse(word).ifPresent(found::add));
      return found;
    }
  }

  @Get
  @View("account/people")
  PeoplePage list(@Nullable @QueryValue String cursor) {
    var after = Cursor.decode(cursor, 1).map(c -> c.number(0)).orElse(0L);
    var page = Page.of(staffs.list(after, SIZE), SIZE, s -> s, last -> Cursor.of(last.id()));
    return new PeoplePage(page.items(), page.next());
  }

  @Get("/nueva")
  @View("account/newPerson")
  NewPersonPage blank() {
    return new NewPersonPage("", "", Set.of(), "", Map.of());
  }

  /** The new person's password is made here and shown once, on the page that answers. */
  @Post
  HttpResponse<ModelAndView<?>> create(Authentication authentication, @Body PersonForm form) {
    var by = Actor.of(authentication);
    try {
      var made = staffs.create(by, new NewStaff(form.name(), form.email(), form.chosen(), form.desk(), null, null));
      return HttpResponse.created(new ModelAndView<>("account/person", page(by, made.id(), Map.of(), staffs.resetPassword(by, made.id()))));
    } catch (InvalidAccount e) {
      return HttpResponse.badRequest(new ModelAndView<>("account/newPerson", new NewPersonPage(text(form.name()), text(form.email()),
          form.chosen(), text(form.desk()), ProfilePages.byField(e))));
    }
  }

  @Get("/{id}")
  @View("account/person")
  PersonPage show(Authentication authentication, long id) {
    return page(Actor.of(authentication), id, Map.of(), null);
  }

  @Post("/{id}/funciones")
  @View("account/person")
  HttpResponse<?> changeRights(Authentication authentication, long id, @Body PersonForm form) {
    return carryOut(authentication, id, "account.done.rights", by -> staffs.changeRights(by, id, form.chosen(), form.desk()));
  }

  @Post("/{id}/desactivar")
  @View("account/person")
  HttpResponse<?> deactivate(Authentication authentication, long id) {
    return carryOut(authentication, id, "account.done.deactivated", by -> staffs.setActive(by, id, false));
  }

  @Post("/{id}/activar")
  @View("account/person")
  HttpResponse<?> activate(Authentication authentication, long id) {
    return carryOut(authentication, id, "account.done.activated", by -> staffs.setActive(by, id, true));
  }

  @Post("/{id}/clave")
  @View("account/person")
  PersonPage resetPassword(Authentication authentication, long id) {
    var by = Actor.of(authentication);
    find(id);
    return page(by, id, Map.of(), staffs.resetPassword(by, id));
  }

  @Post("/{id}/tokens/{token}/revocar")
  HttpResponse<?> revokeToken(Authentication authentication, long id, long token) {
    tokens.revoke(Actor.of(authentication), id, token);
    return HttpResponse.seeOther(LocalPath.done(PATH + "/" + id, "account.done.tokenRevoked"));
  }

  private HttpResponse<?> carryOut(Authentication authentication, long id, String doneKey, java.util.function.Consumer<Actor> act) {
    var by = Actor.of(authentication);
    find(id);
    try {
      act.accept(by);
    } catch (InvalidAccount e) {
      return HttpResponse.badRequest(page(by, id, ProfilePages.byField(e), null));
    }
    return HttpResponse.seeOther(LocalPath.done(PATH + "/" + id, doneKey));
  }

  private PersonPage page(Actor by, long id, Map<String, String> errors, @Nullable String password) {
    return new PersonPage(find(id), tokens.of(id), errors, password, by.staffId() == id);
  }

  private Staff find(long id) {
    return staffs.find(id).orElseThrow(() -> ProblemException.notFound("account"));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
