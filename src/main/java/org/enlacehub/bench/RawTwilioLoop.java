package org.enlacehub.bench;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.enlacehub.sandbox.SandboxCarriers;

/** What the SDK does by itself: as many threads as connections, nothing remembered, nothing encrypted, nothing checked. */
final class RawTwilioLoop {
  private final TwilioRestClient client;
  private final int connections;

  RawTwilioLoop(String url, int connections) {
    this.connections = connections;
    this.client = new TwilioRestClient.Builder(SandboxCarriers.ACCOUNT_SID, SandboxCarriers.AUTH_TOKEN)
        .accountSid(SandboxCarriers.ACCOUNT_SID).httpClient(new Redirected(url, connections)).build();
  }

  /** Messages per second over {@code n} messages. */
  double run(int n, String body) throws InterruptedException {
    var next = new AtomicInteger();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        threads.submit(() -> {
          for (int at; (at = next.getAndIncrement()) < n; ) {
            new MessageCreator(new PhoneNumber("+1213555%04d".formatted(at % 10_000)), new PhoneNumber(SandboxCarriers.SMS_FROM),
                body)
                .setStatusCallback(URI.create("https://enlace.example/webhooks/twilio/status/" + at)).create(client);
          }
          return null;
        });
      }
    }
    return n / ((System.nanoTime() - start) / 1e9);
  }

  /** The SDK's own transport on our address. */
  private static final class Redirected extends HttpClient {
    private final NetworkHttpClient inner;
    private final String url;

    Redirected(String url, int connections) {
      this.url = url;
      var pool = PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(connections).setMaxConnPerRoute(connections)
          .setDefaultConnectionConfig(ConnectionConfig.DEFAULT).build();
      this.inner = new NetworkHttpClient(HttpClientBuilder.create().setConnectionManager(pool));
    }

    @Override
    public Response makeRequest(Request request) {
      var moved = new Request(request.getMethod(), url + request.constructURL().getFile());
      request.getPostParams().forEach((name, values) -> values.forEach(value -> moved.addPostParam(name, value)));
      moved.setAuth(SandboxCarriers.ACCOUNT_SID, SandboxCarriers.AUTH_TOKEN);
      return inner.makeRequest(moved);
    }
  }
}
