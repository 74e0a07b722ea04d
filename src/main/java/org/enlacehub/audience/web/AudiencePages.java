package org.enlacehub.audience.web;

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
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.net.URI;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.audience.PeopleLists;
import org.enlacehub.audience.SavedAudience;
import org.enlacehub.audience.SavedAudiences;
import org.enlacehub.audience.SavedAudiences.Change;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.ProblemException;

/** The pages on which audiences are built and kept. Queries travel in bodies only, since they may name a person. */
@Controller("/contactos/audiencias")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class AudiencePages {
  private static final String VIEW = "audience/builder";
  private final SavedAudiences saved;
  private final PeopleLists lists;
  private final Builder builder;
  private final Languages languages;

  AudiencePages(SavedAudiences saved, PeopleLists lists, Builder builder, Languages languages) {
    this.saved = saved;
    this.lists = lists;
    this.builder = builder;
    this.languages = languages;
  }

  @Get
  @View("audience/list")
  AudienceListPage list(Authentication authentication) {
    var scope = Actor.of(authentication).scope();
    return new AudienceListPage(saved.visible(scope), lists.visible(scope));
  }

  @Get("/nueva")
  @View(VIEW)
  BuilderPage blank(Authentication authentication) {
    return builder.page(BuilderForm.of("", 0, "", "all"), Actor.of(authentication), texts(authentication));
  }

  /** Reads what the form holds and shows it anew; stores nothing. */
  @Post("/armar")
  @View(VIEW)
  BuilderPage work(@Body Map<String, String> form, Authentication authentication) {
    return builder.page(new BuilderForm(form), Actor.of(authentication), texts(authentication));
  }

  @Post
  HttpResponse<?> create(@Body Map<String, String> form, Authentication authentication) {
    var typed = new BuilderForm(form);
    var actor = Actor.of(authentication);
    var page = builder.page(typed, actor, texts(authentication));
    var refusal = refusal(page, typed, texts(authentication));
    if (refusal != null) return shown(page.refused(refusal));
    return done(saved.create(typed.title(), typed.meant(), NamedThings.creator(authentication)));
  }

  @Get("/{slug}")
  @View(VIEW)
  BuilderPage show(String slug, Authentication authentication) {
    var actor = Actor.of(authentication);
    var audience = saved.find(slug, actor.scope()).orElseThrow(() -> ProblemException.notFound("audience"));
    return builder.page(BuilderForm.of(slug, audience.version(), audience.title(), audience.query()), actor, texts(authentication));
  }

  @Post("/{slug}")
  HttpResponse<?> change(String slug, @Body Map<String, String> form, Authentication authentication) {
    var typed = new BuilderForm(form);
    var actor = Actor.of(authentication);
    var page = builder.page(typed, actor, texts(authentication));
    var refusal = refusal(page, typed, texts(authentication));
    if (refusal != null) return shown(page.refused(refusal));
    return switch (saved.change(slug, typed.version(), typed.title(), typed.meant(), actor)) {
      case Change.Saved(var now) -> done(now);
      case Change.Conflict(var now) -> shown(page.overtaken(now));
      case Change.Missing _ -> throw ProblemException.notFound("audience");
    };
  }

  @Post("/{slug}/borrar")
  HttpResponse<?> delete(String slug, Authentication authentication) {
    if (!saved.delete(slug, Actor.of(authentication))) throw ProblemException.notFound("audience");
    return HttpResponse.seeOther(URI.create("/contactos/audiencias?hecho=audience.done.deleted"));
  }

  /** Why this cannot be kept; null when it can. */
  private static String refusal(BuilderPage page, BuilderForm typed, Texts t) {
    if (typed.title().isEmpty()) return t.get("audience.title.missing");
    if (typed.title().length() > NamedThings.LONGEST_TITLE) return t.get("audience.title.long", NamedThings.LONGEST_TITLE);
    return page.mistake() == null ? null : t.get("audience.save.mistake");
  }

  private static HttpResponse<?> shown(BuilderPage page) {
    return HttpResponse.unprocessableEntity().body(new ModelAndView<>(VIEW, page));
  }

  private static HttpResponse<?> done(SavedAudience audience) {
    return HttpResponse.seeOther(URI.create("/contactos/audiencias/" + audience.slug() + "?hecho=audience.done.saved"));
  }

  private Texts texts(Authentication reader) {
    return languages.texts(String.valueOf(reader.getAttributes().get(Actor.LANGUAGE)));
  }
}
