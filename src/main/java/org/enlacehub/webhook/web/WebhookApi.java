package org.enlacehub.webhook.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.ProblemException;
import org.enlacehub.webhook.Delivery;
import org.enlacehub.webhook.NoticeType;
import org.enlacehub.webhook.Webhook;
import org.enlacehub.webhook.Webhooks;

/** Webhooks for programs; administrators only. */
@Controller("/api/v1/webhooks")
@Secured(Role.Name.ADMINISTRATOR)
class WebhookApi {
  private static final int LIMIT = 50;
  private static final int LIMIT_MAX = 200;
  private final Webhooks webhooks;

  WebhookApi(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** @param types codes such as {@code campaign.changed} */
  @Serdeable
  record WebhookRequest(@Nullable String name, @Nullable String address, @Nullable List<String> types) {}

  /** @param secret with which notices are signed; only in the answer to its making */
  @Serdeable
  record WebhookView(String id, String name, String address, List<String> types, @Nullable String stopped, Instant createdAt, @Nullable String secret) {

    static WebhookView of(Webhook hook, @Nullable String secret) {
      return new WebhookView(Long.toString(hook.id()), hook.name(), hook.address().toString(), hook.types().stream().map(NoticeType::code).toList(),
          hook.stopped(), hook.createdAt(), secret);
    }
  }

  /** @param id of the notice, as the receiver gets it in {@code webhook-id} after {@code evt_} */
  @Serdeable
  record DeliveryView(String id, String type, Instant happenedAt, String state, int attempts, @Nullable String outcome, @Nullable Instant triedAt,
      @Nullable Instant nextAt) {

    static DeliveryView of(Delivery d) {
      return new DeliveryView(Long.toString(d.noticeId()), d.type(), d.happenedAt(), d.state().name(), d.attempts(), d.outcome(), d.triedAt(),
          d.state() == Delivery.State.WAITING ? d.dueAt() : null);
    }
  }

  @Get
  Page<WebhookView> list() {
    return new Page<>(webhooks.all().stream().map(hook -> WebhookView.of(hook, null)).toList(), null);
  }

  @Post
  HttpResponse<WebhookView> create(Authentication authentication, @Body WebhookRequest body) {
    var types = body.types() == null ? List.<String>of() : body.types();
    types.stream().filter(code -> NoticeType.parse(code).isEmpty()).findFirst().ifPresent(_ -> {
      throw wrong("types");
    });
    return switch (webhooks.create(Actor.of(authentication), body.name() == null ? "" : body.name(), body.address() == null ? "" : body.address(),
        types(types))) {
      case Webhooks.Outcome.Made(var webhook, var secret) -> HttpResponse.created(WebhookView.of(webhook, secret));
      case Webhooks.Outcome.Wrong(var field) -> throw wrong(field);
    };
  }

  @Delete("/{id}")
  HttpResponse<?> delete(Authentication authentication, long id) {
    return answer(webhooks.delete(Actor.of(authentication), id));
  }

  @Post("/{id}/pause")
  HttpResponse<?> pause(Authentication authentication, long id) {
    return answer(webhooks.pause(Actor.of(authentication), id));
  }

  @Post("/{id}/resume")
  HttpResponse<?> resume(Authentication authentication, long id) {
    return answer(webhooks.resume(Actor.of(authentication), id));
  }

  @Get("/{id}/deliveries")
  Page<DeliveryView> deliveries(long id, @Nullable @QueryValue String cursor, @Nullable @QueryValue Integer limit) {
    int size = limit == null ? LIMIT : Math.clamp(limit, 1, LIMIT_MAX);
    var hook = webhooks.find(id).orElseThrow(() -> ProblemException.notFound("webhook"));
    var rows = webhooks.deliveries(hook.id(), Cursor.decode(cursor, 1).map(c -> c.number(0)).orElse(null), size + 1);
    return Page.of(rows, size, DeliveryView::of, last -> Cursor.of(last.noticeId()));
  }

  /** Sends a notice anew, with the same id. */
  @Post("/{id}/deliveries/{notice}/replay")
  HttpResponse<?> replay(Authentication authentication, long id, long notice) {
    return answer(webhooks.replay(Actor.of(authentication), id, notice));
  }

  /** Those of the codes that there are. */
  static Set<NoticeType> types(Collection<String> codes) {
    var types = EnumSet.noneOf(NoticeType.class);
    codes.forEach(code -> NoticeType.parse(code).ifPresent(types::add));
    return types;
  }

  private static HttpResponse<?> answer(boolean done) {
    if (!done) {
      throw ProblemException.notFound("webhook");
    }
    return HttpResponse.noContent();
  }

  private static ProblemException wrong(String field) {
    return ProblemException.invalid("/" + field, "invalid", switch (field) {
      case "name" -> "A name of 1 to 80 characters is expected.";
      case "types" -> "At least one of " + String.join(", ", EnumSet.allOf(NoticeType.class).stream().map(NoticeType::code).toList()) + " is expected.";
      default -> "A public address that begins with https:// is expected, without a password in it.";
    });
  }
}
