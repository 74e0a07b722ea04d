package org.enlacehub.webhook.web;

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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.webhook.Webhook;
import org.enlacehub.webhook.Webhooks;

/** Which other systems are told what happens, and whether they took it; for administrators. */
@Controller("/ajustes/avisos")
@Secured(Role.Name.ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class WebhookPages {
  private static final String PATH = "/ajustes/avisos";
  private static final int ROWS = 50;
  private final Webhooks webhooks;

  WebhookPages(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Serdeable
  record WebhookForm(@Nullable String name, @Nullable String address, @Nullable List<String> types) {

    Set<String> chosen() {
      return types == null ? Set.of() : new TreeSet<>(types);
    }
  }

  @Get
  @View("webhook/list")
  WebhookListPage list() {
    return new WebhookListPage(webhooks.all(), null, "", "", Set.of());
  }

  @Post
  HttpResponse<ModelAndView<?>> create(Authentication authentication, @Body WebhookForm form) {
    var name = form.name() == null ? "" : form.name();
    var address = form.address() == null ? "" : form.address();
    return switch (webhooks.create(Actor.of(authentication), name, address, WebhookApi.types(form.chosen()))) {
      case Webhooks.Outcome.Made(var webhook, var secret) ->
          HttpResponse.created(new ModelAndView<>("webhook/webhook", new WebhookPage(webhook, secret, List.of(), null)));
      case Webhooks.Outcome.Wrong(var field) ->
          HttpResponse.badRequest(new ModelAndView<>("webhook/list", new WebhookListPage(webhooks.all(), field, name, address, form.chosen())));
    };
  }

  @Get("/{id}")
  @View("webhook/webhook")
  WebhookPage one(long id, @Nullable @QueryValue("antes") Long before) {
    var hook = find(id);
    var found = webhooks.deliveries(id, before, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    return new WebhookPage(hook, null, shown, found.size() > ROWS ? shown.getLast().noticeId() : null);
  }

  @Post("/{id}/pausar")
  HttpResponse<?> pause(Authentication authentication, long id) {
    return done(webhooks.pause(Actor.of(authentication), id), id, "webhook.done.paused");
  }

  @Post("/{id}/reanudar")
  HttpResponse<?> resume(Authentication authentication, long id) {
    return done(webhooks.resume(Actor.of(authentication), id), id, "webhook.done.resumed");
  }

  @Post("/{id}/borrar")
  HttpResponse<?> delete(Authentication authentication, long id) {
    if (!webhooks.delete(Actor.of(authentication), id)) {
      throw ProblemException.notFound("webhook");
    }
    return HttpResponse.seeOther(LocalPath.done(PATH, "webhook.done.deleted"));
  }

  @Post("/{id}/repetir")
  HttpResponse<?> replayFailed(Authentication authentication, long id) {
    webhooks.replayFailed(Actor.of(authentication), find(id).id());
    return done(true, id, "webhook.done.replayed");
  }

  @Post("/{id}/repetir/{notice}")
  HttpResponse<?> replay(Authentication authentication, long id, long notice) {
    return done(webhooks.replay(Actor.of(authentication), id, notice), id, "webhook.done.replayed");
  }

  private static HttpResponse<?> done(boolean done, long id, String key) {
    if (!done) {
      throw ProblemException.notFound("webhook");
    }
    return HttpResponse.seeOther(LocalPath.done(PATH + "/" + id, key));
  }

  private Webhook find(long id) {
    return webhooks.find(id).orElseThrow(() -> ProblemException.notFound("webhook"));
  }
}
