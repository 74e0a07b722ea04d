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
import io.micronaut.views.View;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Duplicates;
import org.enlacehub.contact.MergeOutcome;
import org.enlacehub.contact.Merges;
import org.enlacehub.contact.Origin;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.ProblemException;

/** The page on which people who are registered twice become one, and the way back. */
@Controller("/contactos")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class DuplicatePages {
  private static final int SIZE = 20;
  private final Duplicates duplicates;
  private final Merges merges;
  private final Comparisons comparisons;
  private final PageTexts texts;

  DuplicatePages(Duplicates duplicates, Merges merges, Comparisons comparisons, PageTexts texts) {
    this.duplicates = duplicates;
    this.merges = merges;
    this.comparisons = comparisons;
    this.texts = texts;
  }

  @Get("/duplicados")
  @View("contact/duplicates")
  DuplicatesPage list(@Nullable @QueryValue String cursor, Authentication authentication) {
    var t = texts.of(authentication);
    var after = Cursor.decode(cursor, 2);
    var found = duplicates.page(Actor.of(authentication).scope(), after.map(c -> c.number(0)).orElse(0L), after.map(c -> c.number(1)).orElse(0L),
        SIZE + 1);
    var shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
    return new DuplicatesPage(shown.stream()
        .map(pair -> new DuplicatesPage.Suspicion(comparisons.of(pair.first(), pair.second(), t), "contact.twins." + pair.reason())).toList(), found.size() > SIZE
        ? "/contactos/duplicados?cursor=" + Cursor.of(shown.getLast().first().id(), shown.getLast().second().id()).encode() : null);
  }

  @Post("/duplicados/buscar")
  HttpResponse<?> search() {
    duplicates.searchSoon();
    return ContactPages.done("/contactos/duplicados", "searching");
  }

  /** @param form {@code other}: the contact that goes into this one */
  @Post("/{id}/reunir")
  HttpResponse<?> merge(long id, @Body Map<String, String> form, Authentication authentication) {
    return after(merges.merge(id, number(form.get("other")), Origin.staff(Actor.of(authentication), "console")), "merged");
  }

  /** @param form {@code other}: whoever merely has the same name */
  @Post("/{id}/distinta")
  HttpResponse<?> differ(long id, @Body Map<String, String> form, Authentication authentication) {
    if (!merges.tellApart(id, number(form.get("other")), Origin.staff(Actor.of(authentication), "console"))) {
      throw ProblemException.notFound("contact");
    }
    return ContactPages.done("/contactos/duplicados", "different");
  }

  /** @param form {@code merge}: the one to be taken back */
  @Post("/{id}/separar")
  HttpResponse<?> part(long id, @Body Map<String, String> form, Authentication authentication) {
    return after(merges.undo(number(form.get("merge")), Origin.staff(Actor.of(authentication), "console")), "parted");
  }

  private static HttpResponse<?> after(MergeOutcome outcome, String what) {
    if (outcome instanceof MergeOutcome.Done(_, var survivor)) return ContactPages.done("/contactos/" + survivor.id(), what);
    throw ProblemException.notFound("contact");
  }

  private static long number(@Nullable String id) {
    if (id == null || !id.matches("\\d{1,18}")) throw ProblemException.notFound("contact");
    return Long.parseLong(id);
  }
}
