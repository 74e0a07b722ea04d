package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/** The templates and how they read; stores nothing. For everybody who is signed in. */
@Controller("/api/v1/templates")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TemplateController {
  private final Templates templates;
  private final Previews previews;

  TemplateController(Templates templates, Previews previews) {
    this.templates = templates;
    this.previews = previews;
  }

  /** All templates, by name; they are few enough for one page. */
  @Get
  Page<TemplateView> list() {
    return new Page<>(templates.all().stream().map(TemplateView::of).toList(), null);
  }

  @Get("/{name}")
  TemplateView show(String name) {
    return TemplateView.of(find(name));
  }

  /**
   * One text, filled in. 400 with every value that is missing or unusable; 404 for a template or contact that does not exist or
   * belongs to another desk.
   */
  @Post("/{name}/preview")
  Preview preview(String name, @Body @Nullable PreviewRequest request, Authentication authentication) {
    var template = find(name);
    try {
      return Preview.of(previews.of(template, request == null ? new PreviewRequest(null, null, null, null) : request,
          Actor.of(authentication).scope()));
    } catch (ValuesRefused e) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "Values are missing or unusable.",
          e.refusals().stream().map(r -> new Problem.Error("/sample/" + r.variable(), r.missing() ? "missing" : "invalid",
              r.variable() + " " + r.reason() + ".")).toList());
    } catch (NoSuchText e) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "The request has errors.",
          List.of(new Problem.Error("/channel", "no-text", e.getMessage())));
    }
  }

  private Template find(String name) {
    return templates.find(name).orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "not-found",
        new UnknownTemplate(name, templates.nearest(name)).getMessage()));
  }
}
