package org.enlacehub.template.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.template.Template;
import org.enlacehub.template.Templates;
import org.enlacehub.template.whatsapp.Registrations;

/** Asking the carrier to register WhatsApp texts, for administrators: it is their account that is written to. */
@Controller("/plantillas")
@Secured(Role.Name.ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class RegistrationPages {
  private static final String LIST = "/plantillas";
  private static final String DONE = "template.done.asked";
  private final Templates templates;
  private final Registrations registrations;

  RegistrationPages(Templates templates, Registrations registrations) {
    this.templates = templates;
    this.registrations = registrations;
  }

  /** Every text that is not registered yet. */
  @Post("/registrar")
  HttpResponse<?> all(Authentication authentication) {
    return ask(templates.all(), authentication, LIST);
  }

  /** Those of one template. */
  @Post("/{name}/registrar")
  HttpResponse<?> one(Authentication authentication, String name) {
    var template = templates.find(name).orElseThrow(() -> ProblemException.notFound("template"));
    return ask(List.of(template), authentication, LIST + "/" + name);
  }

  private HttpResponse<?> ask(List<Template> asked, Authentication authentication, String back) {
    var drafts = asked.stream().flatMap(template -> template.contentDrafts().stream()).filter(registrations::mayBeAsked).toList();
    registrations.ask(drafts, Actor.of(authentication));
    return HttpResponse.seeOther(LocalPath.done(back, DONE));
  }
}
