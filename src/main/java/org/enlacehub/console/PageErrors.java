package org.enlacehub.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.platform.web.ErrorPages;
import org.enlacehub.platform.web.Problem;

/** Errors as a person reads them: what happened, what was kept, what to do now, and a reference. */
@Singleton
class PageErrors implements ErrorPages {
  private final Shells shells;
  private final HtmlJteViewsRenderer<Map<String, Object>> renderer;

  PageErrors(Shells shells, HtmlJteViewsRenderer<Map<String, Object>> renderer) {
    this.shells = shells;
    this.renderer = renderer;
  }

  @Override
  public Optional<String> render(HttpRequest<?> request, Problem problem) {
    boolean fragment = request.getHeaders().contains("HX-Request");
    if (!fragment && !isPersons(request)) return Optional.empty();
    var t = shells.texts(request);
    var known = t.has("console.error." + problem.status() + ".title") ? problem.status() : problem.status() < 500 ? 400 : 500;
    var model = new HashMap<String, Object>();
    model.put("shell", shells.of(request));
    model.put("t", t);
    model.put("code", known);
    model.put("reference", problem.reference());
    var html = new StringWriter();
    try {
      renderer.render(fragment ? "console/errorLine" : "console/error", model, request).writeTo(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(html.toString());
  }

  private static boolean isPersons(HttpRequest<?> request) {
    var path = request.getPath();
    return !path.startsWith("/api/") && !path.startsWith("/webhooks/")
        && request.accept().stream().anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
  }
}
