package org.enlacehub.console;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ViewsConfiguration;
import io.micronaut.views.exceptions.ViewRenderingException;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import io.micronaut.views.jte.JteViewsRendererConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Renders a page whole before a byte of it leaves. Micronaut's own renderer writes while it renders, outside its error handling: a
 * template that fails then leaves the browser waiting for an answer that never comes. So it becomes an ordinary 500.
 */
@Singleton
@Primary
@Replaces(HtmlJteViewsRenderer.class)
@Produces(MediaType.TEXT_HTML)
class WholePages<T> extends HtmlJteViewsRenderer<T> {
  private static final int USUAL_SIZE = 16_384;

  WholePages(ViewsConfiguration views, JteViewsRendererConfiguration jte) {
    super(views, jte);
  }

  @Override
  public Writable render(String view, @Nullable T model, @Nullable HttpRequest<?> request) {
    var page = new StringWriter(USUAL_SIZE);
    try {
      super.render(view, model, request).writeTo(page);
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      throw new ViewRenderingException("the page " + view + " failed", e);
    }
    var text = page.toString();
    return out -> out.write(text);
  }
}
