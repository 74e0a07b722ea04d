package org.enlacehub.sandbox.twilio;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.enlacehub.sandbox.SandboxCarriers;

/** What every request passes before it is looked at: is the carrier up, is it slow, who asks. */
@Singleton
final class TwilioDoor {
  private static final String CREDENTIALS = "Basic " + Base64.getEncoder().encodeToString(
      (SandboxCarriers.ACCOUNT_SID + ":" + SandboxCarriers.AUTH_TOKEN).getBytes(StandardCharsets.UTF_8));

  private final Faults faults;

  TwilioDoor(Faults faults) {
    this.faults = faults;
  }

  HttpResponse<?> enter(HttpRequest<?> request, String account, Supplier<HttpResponse<?>> inside) {
    var state = faults.now();
    if (state.down()) {
      return hangUp(request);
    }
    pause(state.latencyMs());
    boolean known = CREDENTIALS.equals(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    if (state.authFails() || !known || !SandboxCarriers.ACCOUNT_SID.equals(account)) {
      return refuse(TwilioError.unauthenticated()).header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Twilio API\"");
    }
    return inside.get();
  }

  static MutableHttpResponse<?> refuse(TwilioError error) {
    var response = json(HttpStatus.valueOf(error.status()), error.body());
    return error.status() == 429 ? response.header("Retry-After", "1") : response;
  }

  static MutableHttpResponse<String> json(HttpStatus status, Map<String, ?> body) {
    return HttpResponse.<String>status(status).body(TwilioJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /** Closes the connection. What is returned is written to nobody. */
  static HttpResponse<?> hangUp(HttpRequest<?> request) {
    if (request instanceof NettyHttpRequest<?> netty) {
      netty.getChannelHandlerContext().channel().close().awaitUninterruptibly();
    }
    return HttpResponse.noContent();
  }

  static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
