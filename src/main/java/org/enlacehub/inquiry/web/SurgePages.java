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
import io.micronaut.views.ModelAndView;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.inquiry.Answers;
import org.enlacehub.inquiry.Outcome;
import org.enlacehub.inquiry.Surge.Act;
import org.enlacehub.inquiry.Surge;

/** Many of the queue at once. */
@Controller("/bandeja/varias")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class SurgePages {
  private final Surge surge;

  SurgePages(Surge surge) {
    this.surge = surge;
  }

  @Serdeable
  record SurgeForm(@Nullable List<Long> ids, @Nullable String act, @Nullable String text, @Nullable String outcome) {}

  @Post
  HttpResponse<?> run(Authentication authentication, @Body SurgeForm form) {
    var act = "answer".equals(form.act()) ? Act.ANSWER : "close".equals(form.act()) ? Act.CLOSE : Act.TAKE;
    var text = form.text() == null ? "" : form.text().strip();
    if (form.ids() == null || form.ids().isEmpty()) {
      return HttpResponse.seeOther(LocalPath.done("/bandeja", "inquiry.done.noneChosen"));
    }
    if (act == Act.ANSWER && (text.isEmpty() || text.length() > Answers.LONGEST)) {
      return HttpResponse.seeOther(LocalPath.done("/bandeja", "inquiry.done.noWords"));
    }
    var outcome = form.outcome() != null && Outcome.CODES.contains(form.outcome()) ? form.outcome() : Outcome.CODES.getFirst();
    var results = surge.run(Actor.of(authentication), form.ids(), act, text, outcome);
    return HttpResponse.ok(new ModelAndView<>("inquiry/surge", new SurgePage(results, act.name())));
  }
}
