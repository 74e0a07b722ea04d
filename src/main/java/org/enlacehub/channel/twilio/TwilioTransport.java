package org.enlacehub.channel.twilio;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Carries the SDK's requests to the address that is configured, over kept connections. It tries once: the SDK's own transport
 * repeats a request that was answered with 5xx, which could send a message twice.
 */
final class TwilioTransport extends HttpClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Timeout IDLE_BEFORE_CHECK = Timeout.ofSeconds(1);
  private static final String MAIN_PRODUCT = "api.";
  private final CloseableHttpClient client;
  private final URI api;
  private final String prefix;

  /** The connection was never made, so nothing was sent. */
  static final class NotReached extends RuntimeException {
    NotReached(IOException cause) {
      super(cause.getClass().getSimpleName(), cause);
    }
  }

  /** The request may have been taken; its answer was not seen. */
  static final class AnswerLost extends RuntimeException {
    AnswerLost(IOException cause) {
      super(cause.getClass().getSimpleName(), cause);
    }
  }

  /** What an answer said beside its body; the SDK's exceptions do not tell. */
  static final class Note {
    int status;
    Duration retryAfter = Duration.ZERO;
  }

  /** Where the call in progress leaves its note. */
  static final ScopedValue<Note> NOTE = ScopedValue.newInstance();

  /**
   * @param api scheme, host and path prefix in place of Twilio's own
   * @param answer how long to wait for an answer
   */
  TwilioTransport(URI api, int connections, Duration answer) {
    this.api = api;
    this.prefix = api.getPath() == null ? "" : api.getPath();
    var timeout = Timeout.of(answer);
    var pool = PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(connections).setMaxConnPerRoute(connections)
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.of(CONNECT)).setSocketTimeout(timeout)
            .setValidateAfterInactivity(IDLE_BEFORE_CHECK).setTimeToLive(Timeout.ofMinutes(10)).build())
        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout).setTcpNoDelay(true).build()).build();
    this.client = HttpClientBuilder.create().setConnectionManager(pool).disableAutomaticRetries().disableRedirectHandling()
        .disableCookieManagement().disableAuthCaching().disableContentCompression().setUserAgent("enlace")
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).setConnectionRequestTimeout(timeout).build())
            .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    try {
      return client.execute(http(request), TwilioTransport::read);
    } catch (ConnectException | ConnectTimeoutException | UnknownHostException | NoRouteToHostException | SSLHandshakeException
        | ConnectionRequestTimeoutException e) {
      throw new NotReached(e);
    } catch (IOException e) {
      throw new AnswerLost(e);
    }
  }

  private HttpUriRequestBase http(Request request) {
    var http = new HttpUriRequestBase(request.getMethod().toString(), address(request));
    if (request.requiresAuthentication()) {
      http.addHeader("Authorization", request.getAuthString());
    }
    http.addHeader("Accept", "application/json");
    if (request.getMethod() == HttpMethod.POST) {
      http.setEntity(request.getContentType() == EnumConstants.ContentType.JSON
          ? new StringEntity(request.getBody(), ContentType.APPLICATION_JSON)
          : new StringEntity(request.encodeFormBody(), ContentType.APPLICATION_FORM_URLENCODED));
    }
    return http;
  }

  private URI address(Request request) {
    var url = request.constructURL();
    var file = url.getFile();
    return URI.create(api.getScheme() + "://" + authority(url.getHost()) + (file.startsWith(prefix + "/") ? "" : prefix) + file);
  }

  /** Twilio serves each product at a name of its own, {@code content.twilio.com}; a stand-in serves all of them at its one. */
  private String authority(String asked) {
    return api.getAuthority().startsWith(MAIN_PRODUCT) && asked.indexOf('.') > 0
        ? asked.substring(0, asked.indexOf('.') + 1) + api.getAuthority().substring(MAIN_PRODUCT.length()) : api.getAuthority();
  }

  private static Response read(ClassicHttpResponse response) throws IOException {
    var body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
    if (NOTE.isBound()) {
      var note = NOTE.get();
      note.status = response.getCode();
      var after = response.getFirstHeader("Retry-After");
      note.retryAfter = after == null ? Duration.ZERO : seconds(after.getValue());
    }
    return new Response(new ByteArrayInputStream(body), response.getCode(), response.getHeaders());
  }

  private static Duration seconds(String text) {
    try {
      return Duration.ofSeconds(Math.clamp(Long.parseLong(text.strip()), 0, 3600));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
