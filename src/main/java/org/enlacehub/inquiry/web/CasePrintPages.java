package org.enlacehub.inquiry.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import io.micronaut.views.ViewsModelDecorator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Role;
import org.enlacehub.inquiry.assistance.CasePdf;
import org.enlacehub.platform.web.ProblemException;

/** A case record on paper. Who printed it and when stands on it and in the audit log. */
@Controller("/bandeja/{id}/expediente.pdf")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class CasePrintPages {
  private final CaseViews views;
  private final CasePdf pdf;
  private final ViewsModelDecorator decorator;
  private final HtmlJteViewsRenderer<Map<String, Object>> renderer;
  private final AuditLog audit;

  CasePrintPages(CaseViews views, CasePdf pdf, ViewsModelDecorator decorator, HtmlJteViewsRenderer<Map<String, Object>> renderer, AuditLog audit) {
    this.views = views;
    this.pdf = pdf;
    this.decorator = decorator;
    this.renderer = renderer;
    this.audit = audit;
  }

  @Get
  @Produces(MediaType.APPLICATION_PDF)
  HttpResponse<byte[]> print(HttpRequest<?> request, Authentication authentication, long id) {
    var actor = Actor.of(authentication);
    var page = views.of(id, actor).orElseThrow(() -> ProblemException.notFound("inquiry"));
    audit.record(actor, "inquiry.print", "inquiry", id, "");
    var reference = page.opened().inquiry().reference();
    return HttpResponse.ok(pdf.print(xhtml(page, actor, request))).contentType(MediaType.APPLICATION_PDF_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + reference + ".pdf\"")
        .header("X-Content-Type-Options", "nosniff").header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  @SuppressWarnings("unchecked")
  private String xhtml(CasePage page, Actor actor, HttpRequest<?> request) {
    var view = new ModelAndView<Object>("inquiry/casePrint", Map.of("page", page, "printedBy", actor.name()));
    decorator.decorate(request, view);
    var out = new StringWriter();
    try {
      renderer.render("inquiry/casePrint", (Map<String, Object>) view.getModel().orElseThrow(), request).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
