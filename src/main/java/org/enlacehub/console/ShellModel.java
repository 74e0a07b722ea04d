package org.enlacehub.console;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.DefaultViewsModelDecorator;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.ViewUtils;
import io.micronaut.views.ViewsModelDecorator;
import jakarta.inject.Singleton;
import java.util.HashMap;

/**
 * Adds {@code shell} and {@code t} to the model of every page, be it a record, a map or nothing. It takes the place of Micronaut's
 * decorator because that one asks for processors by the model's class and skips pages without a model.
 */
@Singleton
@Replaces(DefaultViewsModelDecorator.class)
class ShellModel implements ViewsModelDecorator {
  private final Shells shells;

  ShellModel(Shells shells) {
    this.shells = shells;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void decorate(HttpRequest<?> request, ModelAndView<?> page) {
    var model = new HashMap<String, Object>(ViewUtils.modelOf(page.getModel().orElse(null)));
    model.putIfAbsent("shell", shells.of(request));
    model.putIfAbsent("t", shells.texts(request));
    ((ModelAndView<Object>) page).setModel(model);
  }
}
