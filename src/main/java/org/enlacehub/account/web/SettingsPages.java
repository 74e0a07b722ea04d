package org.enlacehub.account.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;

/** /ajustes leads to the first page that the person may use. */
@Controller("/ajustes")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SettingsPages {

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> first(Authentication authentication) {
    return HttpResponse.seeOther(URI.create(Actor.of(authentication).may(Role.ADMINISTRATOR) ? "/ajustes/personas" : "/ajustes/perfil"));
  }
}
