package org.enlacehub.template.web;

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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.template.Templates;

/** The pages about templates. For everybody who is signed in. */
@Controller("/plantillas")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class TemplatePages {
  private static final int MAX_CHARACTERS = 16_000;
  /** The usual policy, but for styles inside the markup: a mail carries its own, and its frame obeys the page around it. */
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
      + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  private final Templates templates;
  private final TemplateViews views;

  TemplatePages(Templates templates, TemplateViews views) {
    this.templates = templates;
    this.views = views;
  }

  @Get
  @View("template/list")
  TemplatesPage list(Authentication authentication) {
    return views.list(Actor.of(authentication));
  }

  @Get("/contador")
  @View("template/counter")
  CounterPage counter() {
    return new CounterPage("", null);
  }

  /** The text comes in a body, never in the address: it may hold what a person wrote. */
  @Post("/contador")
  @View("template/counter")
  CounterPage count(@Body Map<String, String> form) {
    // Browsers send line breaks as two characters; phones send one.
    var typed = form.getOrDefault("text", "").replace("\r\n", "\n");
    var text = typed.length() > MAX_CHARACTERS ? typed.substring(0, MAX_CHARACTERS) : typed;
    return new CounterPage(text, text.isEmpty() ? null : SmsCount.of(text));
  }

  @Get("/{name}")
  @View("template/show")
  HttpResponse<TemplatePage> show(Authentication authentication, String name, @Nullable @QueryValue String idioma) {
    return page(name, idioma, Map.of(), authentication);
  }

  /** The same page with values of choice. */
  @Post("/{name}")
  @View("template/show")
  HttpResponse<TemplatePage> tryValues(Authentication authentication, String name, @Nullable @QueryValue String idioma,
      @Body Map<String, String> form) {
    return page(name, idioma, form, authentication);
  }

  private HttpResponse<TemplatePage> page(String name, @Nullable String idioma, Map<String, String> given,
      Authentication authentication) {
    var template = templates.find(name).orElseThrow(() -> ProblemException.notFound("template"));
    return HttpResponse.ok(views.show(template, idioma, given, Actor.of(authentication))).header("Content-Security-Policy", POLICY);
  }
}
