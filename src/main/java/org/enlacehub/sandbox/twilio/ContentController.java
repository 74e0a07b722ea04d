package org.enlacehub.sandbox.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.enlacehub.sandbox.SandboxCarriers;

/**
 * Twilio's Content API, which real Twilio serves at content.twilio.com: reached by an HTTP client that rewrites that host to
 * {@link SandboxCarriers#TWILIO_PATH} as well. What is submitted is pending, and reviewed by the time somebody looks again.
 */
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(SandboxCarriers.TWILIO_PATH + "/v1")
final class ContentController {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ContentShelf shelf;
  private final TwilioDoor door;

  ContentController(ContentShelf shelf, TwilioDoor door) {
    this.shelf = shelf;
    this.door = door;
  }

  @Get("/Content")
  HttpResponse<?> list(HttpRequest<?> request) {
    return enter(request, () -> page(request, TwilioJson::content));
  }

  @Get("/ContentAndApprovals")
  HttpResponse<?> listWithApprovals(HttpRequest<?> request) {
    return enter(request, () -> page(request, content -> {
      var body = new LinkedHashMap<>(TwilioJson.content(content));
      body.put("approval_requests", TwilioJson.approval(content));
      return body;
    }));
  }

  @Get("/Content/{sid}")
  HttpResponse<?> fetch(HttpRequest<?> request, String sid) {
    return enter(request, () -> found(request, sid, TwilioJson::content));
  }

  @Get("/Content/{sid}/ApprovalRequests")
  HttpResponse<?> approval(HttpRequest<?> request, String sid) {
    return enter(request, () -> found(request, sid, content -> Map.of("sid", sid, "account_sid", SandboxCarriers.ACCOUNT_SID,
        "whatsapp", TwilioJson.approval(content), "url", "https://content.twilio.com/v1/Content/" + sid + "/ApprovalRequests")));
  }

  @Post("/Content/{sid}/ApprovalRequests/whatsapp")
  HttpResponse<?> submit(HttpRequest<?> request, String sid, @Body String body) {
    return enter(request, () -> found(request, sid, content -> {
      var category = read(body).path("category").asText(content.category());
      return TwilioJson.approval(shelf.submit(content, category));
    }));
  }

  @Post("/Content")
  HttpResponse<?> create(HttpRequest<?> request, @Body String body) {
    return enter(request, () -> {
      var wanted = read(body);
      var types = wanted.path("types").elements();
      if (!types.hasNext() || wanted.path("language").asText().isEmpty()) {
        return TwilioDoor.refuse(new TwilioError(400, 20001, "A content needs a language and a type"));
      }
      var variables = new HashMap<String, String>();
      wanted.path("variables").properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
      var name = wanted.path("friendly_name").asText("content");
      var language = wanted.path("language").asText();
      var content = shelf.create(name, language, types.next().path("body").asText(), variables);
      return TwilioDoor.json(HttpStatus.CREATED, TwilioJson.content(content));
    });
  }

  @Delete("/Content/{sid}")
  HttpResponse<?> delete(HttpRequest<?> request, String sid) {
    return enter(request, () -> shelf.remove(sid) ? HttpResponse.noContent() : missing(request));
  }

  private HttpResponse<?> enter(HttpRequest<?> request, java.util.function.Supplier<HttpResponse<?>> inside) {
    return door.enter(request, SandboxCarriers.ACCOUNT_SID, inside);
  }

  private HttpResponse<?> found(HttpRequest<?> request, String sid, Function<ContentShelf.Content, Map<String, ?>> body) {
    return shelf.find(sid).<HttpResponse<?>>map(content -> TwilioDoor.json(HttpStatus.OK, body.apply(content)))
        .orElseGet(() -> missing(request));
  }

  private static HttpResponse<?> missing(HttpRequest<?> request) {
    return TwilioDoor.refuse(TwilioError.notFound(request.getUri().getPath()));
  }

  /** All on one page: a sandbox has few templates. */
  private HttpResponse<?> page(HttpRequest<?> request, Function<ContentShelf.Content, Map<String, ?>> item) {
    var url = "https://content.twilio.com" + request.getUri().getPath().substring(SandboxCarriers.TWILIO_PATH.length());
    var meta = new LinkedHashMap<String, Object>();
    meta.put("page", 0);
    meta.put("page_size", 1000);
    meta.put("first_page_url", url + "?PageSize=1000&Page=0");
    meta.put("previous_page_url", null);
    meta.put("url", url + "?PageSize=1000&Page=0");
    meta.put("next_page_url", null);
    meta.put("key", "contents");
    List<? extends Map<String, ?>> contents = shelf.all().stream().map(item).toList();
    return TwilioDoor.json(HttpStatus.OK, Map.of("meta", meta, "contents", contents));
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
