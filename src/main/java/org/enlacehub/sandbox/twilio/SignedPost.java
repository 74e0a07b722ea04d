package org.enlacehub.sandbox.twilio;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.enlacehub.sandbox.SandboxCarriers;

/** Posts a signed form to the product, as Twilio posts webhooks. */
@Singleton
class SignedPost {
  /** What {@link #send} returns when there was no answer at all. */
  static final int NO_ANSWER = -1;

  private static final Duration TWILIO_WAITS = Duration.ofSeconds(15);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).executor(threads).build();

  /** Posts and waits; returns the HTTP status, or {@link #NO_ANSWER}. */
  int send(String url, Map<String, String> fields) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(TWILIO_WAITS)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("User-Agent", "TwilioProxy/1.1 (Enlace sandbox)")
        .header("I-Twilio-Idempotency-Token", java.util.UUID.randomUUID().toString())
        .header(TwilioSignature.HEADER, TwilioSignature.of(SandboxCarriers.AUTH_TOKEN, url, fields))
        .POST(HttpRequest.BodyPublishers.ofString(Form.encode(fields))).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    }
  }

  /** True for an answer after which another try may help. */
  static boolean isWorthRetrying(int status) {
    return status == NO_ANSWER || status >= 500;
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
