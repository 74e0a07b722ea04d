package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.inquiry.Protection;
import org.enlacehub.platform.web.ProblemException;

/** Protecting a sensitive matter, and naming those who see it. */
@Controller("/bandeja/{id}")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class ProtectionPages {
  private final Protection protection;

  ProtectionPages(Protection protection) {
    this.protection = protection;
  }

  @Serdeable
  record StaffForm(@Nullable Long staff) {}

  @Post("/proteger")
  HttpResponse<?> protect(Authentication authentication, long id) {
    protection.protect(id, Actor.of(authentication)).orElseThrow(ProtectionPages::missing);
    return back(id, "inquiry.done.protected");
  }

  @Post("/mostrar")
  HttpResponse<?> lift(Authentication authentication, long id) {
    protection.lift(id, Actor.of(authentication)).orElseThrow(ProtectionPages::missing);
    return back(id, "inquiry.done.unprotected");
  }

  @Post("/nombrar")
  HttpResponse<?> name(Authentication authentication, long id, @Body StaffForm form) {
    boolean named = protection.name(id, Actor.of(authentication), staff(form)).orElseThrow(ProtectionPages::missing);
    return back(id, named ? "inquiry.done.named" : "inquiry.done.notNamed");
  }

  @Post("/quitar-nombre")
  HttpResponse<?> unname(Authentication authentication, long id, @Body StaffForm form) {
    var actor = Actor.of(authentication);
    boolean gone = protection.unname(id, actor, staff(form)).orElseThrow(ProtectionPages::missing);
    if (gone && staff(form) == actor.staffId()) {
      return HttpResponse.seeOther(LocalPath.done("/bandeja", "inquiry.done.unnamed"));
    }
    return back(id, gone ? "inquiry.done.unnamed" : "inquiry.done.lastName");
  }

  private static long staff(StaffForm form) {
    return form.staff() == null ? 0 : form.staff();
  }

  private static HttpResponse<?> back(long id, String doneKey) {
    return HttpResponse.seeOther(LocalPath.done("/bandeja/" + id + "/expediente", doneKey));
  }

  private static ProblemException missing() {
    return ProblemException.notFound("inquiry");
  }
}
