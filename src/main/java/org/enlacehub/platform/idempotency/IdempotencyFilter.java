package org.enlacehub.platform.idempotency;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.concurrent.ExecutionException;
import org.enlacehub.platform.web.ProblemException;

/**
 * Honours {@code Idempotency-Key} on every POST of the API: a repetition gets the first answer again, one that comes while the first is
 * worked on gets 409, and the same key for another request gets 422. Only success is kept; after an error the key is free.
 */
@ServerFilter(patterns = "/api/v1/**", methods = HttpMethod.POST)
@Requires(property = "datasources.default.url")
class IdempotencyFilter implements Ordered {
  static final String REPLAYED = "Idempotency-Replayed";
  private static final int LONGEST = 255;
  private final Idempotency idempotency;
  private final JsonMapper json;

  IdempotencyFilter(Idempotency idempotency, JsonMapper json) {
    this.idempotency = idempotency;
    this.json = json;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> once(HttpRequest<?> request, FilterContinuation<MutableHttpResponse<?>> rest) throws IOException {
    var text = request.getHeaders().get(IdempotencyKey.HEADER);
    var caller = request.getUserPrincipal().map(Principal::getName);
    if (text == null || caller.isEmpty()) {
      return rest.proceed();
    }
    if (text.isBlank() || text.length() > LONGEST) {
      throw ProblemException.invalid(IdempotencyKey.HEADER, "length", "An Idempotency-Key has 1 to " + LONGEST + " characters.");
    }
    var key = IdempotencyKey.of(caller.get(), text);
    return switch (idempotency.claim(key, fingerprint(request))) {
      case Claim.First() -> carryOut(request, key, rest);
      case Claim.Repeated(var answer) -> again(answer);
      case Claim.UnderWay() -> throw new ProblemException(HttpStatus.CONFLICT, "request-under-way",
          "The first request with this Idempotency-Key is still being worked on; ask again in a moment.");
      case Claim.Different() -> throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused",
          "This Idempotency-Key stood for another request; nothing was done. Use a new key.");
    };
  }

  private HttpResponse<?> carryOut(HttpRequest<?> request, IdempotencyKey key, FilterContinuation<MutableHttpResponse<?>> rest)
      throws IOException {
    key.attachTo(request);
    boolean done = false;
    try {
      var response = rest.proceed();
      if (response.code() < HttpStatus.MULTIPLE_CHOICES.getCode()) {
        idempotency.keep(key, kept(response));
        done = true;
      }
      return response;
    } finally {
      if (!done) {
        idempotency.forget(key);
      }
    }
  }

  private KeptAnswer kept(MutableHttpResponse<?> response) throws IOException {
    var body = response.body();
    return new KeptAnswer(response.code(), response.getContentType().map(MediaType::toString).orElse(MediaType.APPLICATION_JSON),
        response.getHeaders().get(HttpHeaders.LOCATION), body == null ? new byte[0] : json.writeValueAsBytes(body));
  }

  private static HttpResponse<?> again(KeptAnswer answer) {
    var response = HttpResponse.status(HttpStatus.valueOf(answer.status())).header(REPLAYED, "true");
    if (answer.location() != null) {
      response.header(HttpHeaders.LOCATION, answer.location());
    }
    return answer.body().length == 0 ? response : response.body(answer.body()).contentType(answer.contentType());
  }

  /** Of the address and the body; an uploaded file, which would have to be read whole for it, counts by its length. */
  private static byte[] fingerprint(HttpRequest<?> request) throws IOException {
    var digest = IdempotencyKey.digest();
    digest.update(request.getUri().toString().getBytes(StandardCharsets.UTF_8));
    boolean upload = request.getContentType().map(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE)).orElse(false);
    if (upload) {
      digest.update(Long.toString(request.getContentLength()).getBytes(StandardCharsets.US_ASCII));
    } else {
      digest.update(body(request));
    }
    return digest.digest();
  }

  private static byte[] body(HttpRequest<?> request) throws IOException {
    if (!(request instanceof ServerHttpRequest<?> received)) {
      throw new IllegalStateException("a server filter sees what a server received");
    }
    try (var copy = received.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST); var whole = copy.buffer().get()) {
      return whole.toByteArray();
    } catch (ExecutionException e) {
      throw new IOException("the request's body could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while a request's body was read", e);
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }
}
