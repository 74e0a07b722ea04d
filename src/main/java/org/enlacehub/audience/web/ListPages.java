package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.FieldKind;
import org.enlacehub.audience.PeopleFile;
import org.enlacehub.audience.PeopleList;
import org.enlacehub.audience.PeopleLists;
import org.enlacehub.audience.QueryError;
import org.enlacehub.audience.SavedAudiences;
import org.enlacehub.contact.imports.UnreadableFile;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.ProblemException;

/** The pages of lists: from a file, or from whom a query means now. */
@Controller("/contactos/listas")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class ListPages {
  private static final String VIEW = "audience/people";
  private final PeopleLists lists;
  private final ListUploads uploads;
  private final Audiences audiences;
  private final Builder builder;
  private final Choices choices;
  private final Languages languages;

  ListPages(PeopleLists lists, ListUploads uploads, Audiences audiences, Builder builder, Choices choices, Languages languages) {
    this.lists = lists;
    this.uploads = uploads;
    this.audiences = audiences;
    this.builder = builder;
    this.choices = choices;
    this.languages = languages;
  }

  @Get("/nueva")
  @View(VIEW)
  ListPage blank(Authentication authentication) {
    return page(null, "", null, null, authentication);
  }

  /** Makes a list of the people whom a file names; the answer tells which rows name nobody. */
  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> create(@Nullable @Part("title") String title, @Nullable @Part("region") String region,
      @Nullable @Part("file") CompletedFileUpload file, Authentication authentication) throws IOException {
    var t = texts(authentication);
    var actor = NamedThings.creator(authentication);
    var typed = title == null ? "" : title.strip();
    if (typed.isEmpty() || typed.length() > NamedThings.LONGEST_TITLE) {
      return refused(page(null, typed, t.get("audience.title.missing"), null, authentication));
    }
    try {
      var found = found(file, region, actor, t);
      var list = lists.create(typed, actor);
      return shown(page(lists.add(list.slug(), found.people(), actor).orElse(list), "", null, found, authentication));
    } catch (UnreadableFile e) {
      return refused(page(null, typed, t.get(e.messageKey(), e.args().toArray()), null, authentication));
    }
  }

  /** Keeps the people whom the builder's query means now; later changes of theirs do not matter. */
  @Post("/de-consulta")
  HttpResponse<?> select(@Body Map<String, String> form, Authentication authentication) {
    var typed = new BuilderForm(form);
    var t = texts(authentication);
    var actor = NamedThings.creator(authentication);
    var page = builder.page(typed, actor, t);
    if (typed.title().isEmpty() || typed.title().length() > NamedThings.LONGEST_TITLE) return again(page.refused(t.get("audience.title.missing")));
    try {
      var query = audiences.compile(typed.meant());
      var list = lists.create(typed.title(), actor);
      lists.add(list.slug(), query, actor);
      return HttpResponse.seeOther(URI.create("/contactos/listas/" + list.slug() + "?hecho=audience.done.listed"));
    } catch (QueryError e) {
      return again(page.refused(t.get("audience.save.mistake")));
    }
  }

  @Get("/{slug}")
  @View(VIEW)
  ListPage show(String slug, Authentication authentication) {
    return page(find(slug, authentication), "", null, null, authentication);
  }

  @Post("/{slug}/agregar")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> add(String slug, @Nullable @Part("region") String region, @Nullable @Part("file") CompletedFileUpload file,
      Authentication authentication) throws IOException {
    var t = texts(authentication);
    var actor = Actor.of(authentication);
    var list = find(slug, authentication);
    try {
      var found = found(file, region, actor, t);
      var now = lists.add(slug, found.people(), actor).orElseThrow(() -> ProblemException.notFound("list"));
      return shown(page(now, "", null, found, authentication));
    } catch (UnreadableFile e) {
      return refused(page(list, "", t.get(e.messageKey(), e.args().toArray()), null, authentication));
    }
  }

  @Post("/{slug}/borrar")
  HttpResponse<?> delete(String slug, Authentication authentication) {
    if (!lists.delete(slug, Actor.of(authentication))) throw ProblemException.notFound("list");
    return HttpResponse.seeOther(URI.create("/contactos/audiencias?hecho=audience.done.listDeleted"));
  }

  private PeopleFile.Found found(@Nullable CompletedFileUpload upload, @Nullable String region, Actor actor, Texts t)
      throws IOException, UnreadableFile {
    boolean known = choices.of("country", FieldKind.CODE, actor.scope(), t).containsKey(region);
    return uploads.read(upload, known ? region : null, actor.scope());
  }

  private PeopleList find(String slug, Authentication authentication) {
    return lists.find(slug, Actor.of(authentication).scope()).orElseThrow(() -> ProblemException.notFound("list"));
  }

  private ListPage page(@Nullable PeopleList list, String title, @Nullable String problem, @Nullable PeopleFile.Found found,
      Authentication authentication) {
    var actor = Actor.of(authentication);
    return new ListPage(list, title, problem, found, choices.of("country", FieldKind.CODE, actor.scope(), texts(authentication)),
        list == null || SavedAudiences.mayChange(list.desk(), actor));
  }

  private static HttpResponse<?> shown(ListPage page) {
    return HttpResponse.ok(new ModelAndView<>(VIEW, page));
  }

  private static HttpResponse<?> refused(ListPage page) {
    return HttpResponse.unprocessableEntity().body(new ModelAndView<>(VIEW, page));
  }

  private static HttpResponse<?> again(BuilderPage page) {
    return HttpResponse.unprocessableEntity().body(new ModelAndView<>("audience/builder", page));
  }

  private Texts texts(Authentication reader) {
    return languages.texts(String.valueOf(reader.getAttributes().get(Actor.LANGUAGE)));
  }
}
