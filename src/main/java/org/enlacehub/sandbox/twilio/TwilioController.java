package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.enlacehub.sandbox.SandboxCarriers;

/** The message resource of Twilio's REST API, under {@link SandboxCarriers#TWILIO_PATH}. */
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(SandboxCarriers.TWILIO_PATH + "/2010-04-01/Accounts/{account}")
final class TwilioController {
  private final Acceptance acceptance;
  private final CarrierBook book;
  private final MediaShelf shelf;
  private final TwilioDoor door;

  TwilioController(Acceptance acceptance, CarrierBook book, MediaShelf shelf, TwilioDoor door) {
    this.acceptance = acceptance;
    this.book = book;
    this.shelf = shelf;
    this.door = door;
  }

  @Post("/Messages.json")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> create(HttpRequest<?> request, String account, @Nullable @Body String body) {
    return door.enter(request, account, () -> answer(request, acceptance.create(Form.parse(body))));
  }

  @Get("/Messages.json")
  HttpResponse<?> list(HttpRequest<?> request, String account) {
    return door.enter(request, account, () -> {
      var list = MessageList.of(Form.parse(request.getUri().getRawQuery()));
      return TwilioDoor.json(HttpStatus.OK, list.read(book));
    });
  }

  @Get("/Messages/{sid}.json")
  HttpResponse<?> fetch(HttpRequest<?> request, String account, String sid) {
    return door.enter(request, account, () -> book.find(sid)
        .<HttpResponse<?>>map(message -> TwilioDoor.json(HttpStatus.OK, TwilioJson.message(message)))
        .orElseGet(() -> notFound(request)));
  }

  /** Redacts the text: the only change that Twilio allows once a message has left. */
  @Post("/Messages/{sid}.json")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> update(HttpRequest<?> request, String account, String sid, @Nullable @Body String body) {
    return door.enter(request, account, () -> book.find(sid).<HttpResponse<?>>map(message -> {
      if (Form.parse(body).get("Body") != null) {
        return TwilioDoor.refuse(new TwilioError(400, 20422, "A message's text can only be removed"));
      }
      message.redact();
      return TwilioDoor.json(HttpStatus.OK, TwilioJson.message(message));
    }).orElseGet(() -> notFound(request)));
  }

  @Get("/Messages/{sid}/Media.json")
  HttpResponse<?> mediaList(HttpRequest<?> request, String account, String sid) {
    return door.enter(request, account, () -> book.find(sid).<HttpResponse<?>>map(message -> {
      var items = message.details().media().stream().map(url -> url.substring(url.lastIndexOf('/') + 1))
          .flatMap(media -> shelf.find(media).stream()).map(item -> TwilioJson.media(sid, item)).toList();
      return TwilioDoor.json(HttpStatus.OK, Map.of("media_list", items, "uri", request.getUri().getPath(), "page_size", 50));
    }).orElseGet(() -> notFound(request)));
  }

  @Get("/Messages/{sid}/Media/{media}")
  @Produces(MediaType.ALL)
  HttpResponse<?> media(HttpRequest<?> request, String account, String sid, String media) {
    boolean asJson = media.endsWith(".json");
    var id = asJson ? media.substring(0, media.length() - ".json".length()) : media;
    return door.enter(request, account, () -> shelf.find(id).<HttpResponse<?>>map(item -> asJson
            ? TwilioDoor.json(HttpStatus.OK, TwilioJson.media(sid, item))
            : HttpResponse.ok(item.content()).contentType(MediaType.of(item.type())))
        .orElseGet(() -> notFound(request)));
  }

  @Delete("/Messages/{sid}/Media/{media}.json")
  HttpResponse<?> deleteMedia(HttpRequest<?> request, String account, String sid, String media) {
    return door.enter(request, account, () -> shelf.remove(media) ? HttpResponse.noContent() : notFound(request));
  }

  private HttpResponse<?> answer(HttpRequest<?> request, Answer answer) {
    return switch (answer) {
      case Answer.Created(var message) -> TwilioDoor.json(HttpStatus.CREATED, TwilioJson.message(message));
      case Answer.Refused(var error) -> TwilioDoor.refuse(error);
      case Answer.Silence() -> TwilioDoor.hangUp(request);
      case Answer.Rubbish(var status, var html) ->
          HttpResponse.status(HttpStatus.valueOf(status)).body(html).contentType(MediaType.TEXT_HTML_TYPE);
      case Answer.Delayed(var later, var millis) -> {
        TwilioDoor.pause(millis);
        yield answer(request, later);
      }
    };
  }

  private static HttpResponse<?> notFound(HttpRequest<?> request) {
    return TwilioDoor.refuse(TwilioError.notFound(request.getUri().getPath().substring(SandboxCarriers.TWILIO_PATH.length())));
  }
}
