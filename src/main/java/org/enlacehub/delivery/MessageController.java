package org.enlacehub.delivery;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Role;
import org.enlacehub.platform.idempotency.IdempotencyKey;
import org.enlacehub.platform.web.ProblemException;

/** Single messages by the API. */
@Controller("/api/v1/messages")
public class MessageController {
  private final SingleMessages singles;
  private final Messages messages;
  private final MessageSights sights;
  private final AuditLog audit;

  MessageController(SingleMessages singles, Messages messages, MessageSights sights, AuditLog audit) {
    this.singles = singles;
    this.messages = messages;
    this.sights = sights;
    this.audit = audit;
  }

  /** A message that was queued. */
  @Serdeable
  public record Queued(String id, String state) {}

  /** Queues one message; communication officers and administrators to anyone, officers to the people of their own desk. */
  @Post
  @Status(HttpStatus.ACCEPTED)
  @Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
  public HttpResponse<Queued> send(@Body MessageRequest request, Authentication authentication, HttpRequest<?> http) {
    var actor = Actor.of(authentication);
    // Also in the outbox: a repetition after a crash between the commit and the kept answer finds the first message.
    long id = singles.send(request, actor, IdempotencyKey.of(http).map(IdempotencyKey::asWord).orElse(null));
    audit.record(actor, "message.send", "message", id, "");
    var state = messages.find(id, actor.scope()).map(MessageView::state).orElse("queued");
    return HttpResponse.accepted(URI.create("/api/v1/messages/" + id)).body(new Queued(Long.toString(id), state));
  }

  /** One message with its attempts and reasons. */
  @Get("/{id}")
  @Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
  public MessageView get(String id, Authentication authentication) {
    var actor = Actor.of(authentication);
    return messages.find(number(id), actor.scope()).filter(view -> sights.show(view, actor)).orElseThrow(() -> ProblemException.notFound("message"));
  }

  /** Calls back a message that has not left. */
  @Post("/{id}/cancel")
  @Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
  public MessageView cancel(String id, Authentication authentication) {
    var actor = Actor.of(authentication);
    get(id, authentication);
    if (!singles.cancel(number(id))) {
      throw new ProblemException(HttpStatus.CONFLICT, "message-has-left",
          "The message has left, or is leaving; it cannot be called back.");
    }
    audit.record(actor, "message.cancel", "message", number(id), "");
    return get(id, authentication);
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("message");
    }
  }
}
