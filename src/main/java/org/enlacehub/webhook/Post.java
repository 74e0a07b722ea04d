package org.enlacehub.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** Carries a notice to its address, once; follows no redirect and reads no answer but its status. */
@Singleton
class Post {
  private static final Timeout PATIENCE = Timeout.ofSeconds(10);
  private static final int AT_ONCE = 20;
  private final CloseableHttpClient client;

  Post(Reachable reachable) {
    var pool = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(reachable).setMaxConnTotal(AT_ONCE).setMaxConnPerRoute(AT_ONCE)
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(PATIENCE).setSocketTimeout(PATIENCE).build()).build();
    client = HttpClientBuilder.create().setConnectionManager(pool).disableAutomaticRetries().disableRedirectHandling().disableCookieManagement()
        .setUserAgent("enlace").setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(PATIENCE).setConnectionRequestTimeout(PATIENCE).build())
        .build();
  }

  /** The status of the answer, or why there is none: {@code refused}, {@code timeout}, {@code unreachable}. */
  String send(URI address, Notice notice, String secret, Instant now) {
    var id = "evt_" + notice.id();
    var post = new HttpPost(address);
    post.addHeader("webhook-id", id);
    post.addHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    post.addHeader("webhook-signature", Signature.of(secret, id, now, notice.body()));
    post.setEntity(new StringEntity(notice.body(), ContentType.APPLICATION_JSON));
    try {
      return client.execute(post, response -> Integer.toString(response.getCode()));
    } catch (Reachable.Refused e) {
      return "refused";
    } catch (InterruptedIOException e) {
      return "timeout";
    } catch (IOException e) {
      return "unreachable";
    }
  }

  @PreDestroy
  void close() throws IOException {
    client.close();
  }
}
