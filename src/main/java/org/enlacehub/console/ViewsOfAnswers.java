package org.enlacehub.console;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.views.DefaultViewsResolver;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.enlacehub.platform.web.Problem;

/** A method with a view may also answer with a redirect or fail: neither is a model for its page. */
@Singleton
@Replaces(DefaultViewsResolver.class)
class ViewsOfAnswers extends DefaultViewsResolver {

  @Override
  public Optional<String> resolveView(HttpRequest<?> request, HttpResponse<?> response) {
    int code = response.code();
    var body = response.getBody().orElse(null);
    boolean redirect = code >= 300 && code < 400 || code == 204;
    return redirect || body instanceof CharSequence || body instanceof Problem ? Optional.empty() : super.resolveView(request, response);
  }
}
