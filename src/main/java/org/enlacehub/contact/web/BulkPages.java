package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.bulk.BulkAct;
import org.enlacehub.contact.bulk.BulkAct.Kind;
import org.enlacehub.contact.bulk.BulkActs;
import org.enlacehub.contact.bulk.Exports;
import org.enlacehub.platform.web.ProblemException;

/** Acts for the people who are ticked in the list, or for all whom it shows. */
@Controller("/contactos/lote")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class BulkPages {
  private static final String TICKED = "id-";
  private final BulkActs acts;
  private final Exports exports;
  private final ContactLists lists;
  private final SearchBox box;
  private final PageTexts texts;

  BulkPages(BulkActs acts, Exports exports, ContactLists lists, SearchBox box, PageTexts texts) {
    this.acts = acts;
    this.exports = exports;
    this.lists = lists;
    this.box = box;
    this.texts = texts;
  }

  /** @param form {@code kind}; {@code id-17} for each who is ticked, or {@code all} with the filters of the list */
  @Post
  HttpResponse<?> choose(@Body Map<String, String> form, Authentication authentication) {
    var actor = Actor.of(authentication);
    var kind = kind(form.getOrDefault("kind", ""));
    if (!BulkActs.may(actor, kind)) throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Your role may not do this.");
    var whom = form.containsKey("all")
        ? lists.filter(ContactLists.Filters.of(box.open(form.get("b")), form.get("idioma"), form.get("canal")))
        : Optional.of(BulkActs.these(ticked(form)));
    var act = acts.choose(kind, whom.orElseThrow(() -> ProblemException.invalid("b", "invalid-query", "The list's query cannot be read.")), actor);
    if (act.people() == 0) return HttpResponse.seeOther(URI.create("/contactos?hecho=contact.done.nobody"));
    return HttpResponse.seeOther(URI.create("/contactos/lote/" + act.id()));
  }

  private static Kind kind(String text) {
    for (var kind : Kind.values()) if (kind.name().equals(text)) return kind;
    throw ProblemException.invalid("kind", "unknown", "Choose what is to be done.");
  }

  /** Ids of the people who are ticked in the list, the lowest first. */
  static List<Long> ticked(Map<String, String> form) {
    return form.keySet().stream().filter(name -> name.matches(TICKED + "\\d{1,18}"))
        .map(name -> Long.parseLong(name.substring(TICKED.length()))).sorted().toList();
  }

  @Get("/{id}")
  @View("contact/bulk")
  BulkPage show(long id, Authentication authentication) {
    return new BulkPage(find(id, Actor.of(authentication)), null);
  }

  /** The part of the page that changes while it runs. */
  @Get("/{id}/avance")
  @View("contact/bulkProgress")
  BulkPage progress(long id, Authentication authentication) {
    return show(id, authentication);
  }

  /** @param form {@code tag}, for the acts that need one */
  @Post("/{id}/confirmar")
  HttpResponse<?> confirm(long id, @Nullable @Body Map<String, String> form, Authentication authentication) {
    var actor = Actor.of(authentication);
    var act = find(id, actor);
    String tag = null;
    if (act.kind() == Kind.TAG || act.kind() == Kind.UNTAG) {
      tag = ContactReader.tag(form == null ? "" : form.getOrDefault("tag", "")).orElse(null);
      if (tag == null) {
        return HttpResponse.unprocessableEntity()
            .body(new ModelAndView<>("contact/bulk", new BulkPage(act, texts.of(authentication).get("contact.flaw.invalid-tag"))));
      }
    }
    acts.confirm(act, tag, actor);
    return HttpResponse.seeOther(URI.create("/contactos/lote/" + id));
  }

  /** The people of an export, as CSV or as a workbook. */
  @Get(value = "/{id}/contactos.{format}", produces = MediaType.ALL)
  HttpResponse<StreamedFile> file(long id, String format, Authentication authentication) throws IOException {
    var actor = Actor.of(authentication);
    var act = find(id, actor);
    if (act.kind() != Kind.EXPORT || act.state() != BulkAct.State.DONE) throw ProblemException.notFound("export");
    var type = switch (format.toLowerCase(Locale.ROOT)) {
      case "csv" -> new MediaType("text/csv; charset=utf-8");
      case "xlsx" -> new MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      default -> throw ProblemException.notFound("export");
    };
    var in = exports.open(act, Exports.Format.valueOf(format.toUpperCase(Locale.ROOT)), actor);
    return HttpResponse.ok(new StreamedFile(in, type)).contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contactos-" + id + "." + format + "\"");
  }

  private BulkAct find(long id, Actor actor) {
    return acts.find(id, actor).orElseThrow(() -> ProblemException.notFound("bulk"));
  }
}
