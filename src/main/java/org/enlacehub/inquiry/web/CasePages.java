package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.inquiry.assistance.CaseDraft;
import org.enlacehub.inquiry.assistance.CaseKind;
import org.enlacehub.inquiry.assistance.CaseRecords;
import org.enlacehub.inquiry.assistance.CaseWriting;
import org.enlacehub.platform.web.ProblemException;

/** The assistance record of a case as a page: reading it, writing entries, ticking tasks off. */
@Controller("/bandeja/{id}/expediente")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class CasePages {
  private final CaseRecords records;
  private final CaseViews views;

  CasePages(CaseRecords records, CaseViews views) {
    this.records = records;
    this.views = views;
  }

  @Get
  ModelAndView<Map<String, CasePage>> record(Authentication authentication, long id) {
    return view(page(id, Actor.of(authentication)));
  }

  @Post
  HttpResponse<?> add(Authentication authentication, long id, @Body Map<String, String> form) {
    var actor = Actor.of(authentication);
    return answer(id, 0, actor, form, records.add(id, actor, draft(form)), "inquiry.done.caseAdded");
  }

  @Post("/{item}")
  HttpResponse<?> change(Authentication authentication, long id, long item, @Body Map<String, String> form) {
    var actor = Actor.of(authentication);
    return answer(id, item, actor, form, records.change(id, item, (int) number(form.get("version")), actor, draft(form)), "inquiry.done.caseChanged");
  }

  @Post("/{item}/hecha")
  HttpResponse<?> done(Authentication authentication, long id, long item, @Nullable @Body Map<String, String> form) {
    // A form without fields has no body.
    boolean open = form != null && "1".equals(form.get("open"));
    return answer(id, records.done(id, item, Actor.of(authentication), !open), "inquiry.done.caseTask");
  }

  @Post("/{item}/quitar")
  HttpResponse<?> remove(Authentication authentication, long id, long item) {
    return answer(id, records.remove(id, item, Actor.of(authentication)), "inquiry.done.caseRemoved");
  }

  private HttpResponse<?> answer(long id, CaseWriting writing, String doneKey) {
    if (writing instanceof CaseWriting.Written) {
      return HttpResponse.seeOther(LocalPath.done("/bandeja/" + id + "/expediente", doneKey));
    }
    throw missing();
  }

  private HttpResponse<?> answer(long id, long item, Actor actor, Map<String, String> form, CaseWriting writing, String doneKey) {
    return switch (writing) {
      case CaseWriting.Written _, CaseWriting.NotHere _ -> answer(id, writing, doneKey);
      case CaseWriting.Flawed(var flaws) -> HttpResponse.badRequest(again(id, item, actor, form, flaws));
      case CaseWriting.Stale _ -> HttpResponse.status(HttpStatus.CONFLICT).body(again(id, item, actor, form, Map.of("kind", "stale")));
    };
  }

  /** The page with what was written still in its form. */
  private ModelAndView<Map<String, CasePage>> again(long id, long item, Actor actor, Map<String, String> form, Map<String, String> flaws) {
    var page = page(id, actor);
    var kind = page.items().entrySet().stream().filter(e -> e.getValue().stream().anyMatch(i -> i.id() == item)).map(Map.Entry::getKey).findFirst()
        .or(() -> CaseKind.parse(form.get("kind"))).orElse(CaseKind.PERSON);
    return view(page.with(new CasePage.Wrong(kind, item, form, flaws)));
  }

  private CasePage page(long id, Actor actor) {
    return views.of(id, actor).orElseThrow(CasePages::missing);
  }

  private static ModelAndView<Map<String, CasePage>> view(CasePage page) {
    return new ModelAndView<>("inquiry/caseRecord", Map.of("page", page));
  }

  private static CaseDraft draft(Map<String, String> form) {
    var staff = number(form.get("staffId"));
    return new CaseDraft(form.getOrDefault("kind", ""), form, form.get("dueOn"), staff == 0 ? null : (Long) staff);
  }

  private static long number(@Nullable String text) {
    return text == null || !text.matches("\\d{1,18}") ? 0 : Long.parseLong(text);
  }

  private static ProblemException missing() {
    return ProblemException.notFound("inquiry");
  }
}
