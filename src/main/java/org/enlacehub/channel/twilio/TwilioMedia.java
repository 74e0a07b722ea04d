package org.enlacehub.channel.twilio;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches what came with a message from where Twilio keeps it, and from nowhere else: the API that is configured, and over HTTPS the
 * hosts to which Twilio's API is known to redirect. A redirect is followed by this class only, so that none leads into our own network.
 * Source: twilio.com/docs/messaging/api/media-resource.
 */
public final class TwilioMedia implements AutoCloseable {
  private static final Timeout PATIENCE = Timeout.ofSeconds(30);
  private static final int MOST_HOPS = 4;
  private static final String RESOURCES = "/2010-04-01/Accounts/";
  private final URI api;
  private final String authorization;
  private final CloseableHttpClient client;

  /** What came of a fetch. */
  public sealed interface Fetched {
    record Content(byte[] bytes) implements Fetched {}

    record TooLarge() implements Fetched {}

    /** The carrier has it no more. */
    record Gone() implements Fetched {}

    /** The address, or one to which it led, is not the carrier's; nothing was asked there. */
    record Foreign() implements Fetched {}

    /** Not this time. */
    record Later() implements Fetched {}
  }

  private record Hop(@Nullable Fetched fetched, @Nullable URI next) {}

  public TwilioMedia(URI api, String accountSid, String authToken) {
    this.api = api;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
    var pool = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new PublicHosts(api.getHost()))
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(PATIENCE).setSocketTimeout(PATIENCE).build()).build();
    this.client = HttpClientBuilder.create().setConnectionManager(pool).disableAutomaticRetries().disableRedirectHandling()
        .disableCookieManagement().disableAuthCaching().disableContentCompression().setUserAgent("enlace").build();
  }

  /** @param most bytes beyond which it is given up */
  public Fetched fetch(String address, int most) {
    try {
      var next = URI.create(address);
      if (!isResource(next)) {
        return new Fetched.Foreign();
      }
      for (int hop = 0; hop < MOST_HOPS; hop++) {
        var request = new HttpGet(next);
        if (isResource(next)) {
          request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        var here = next;
        var answer = client.execute(request, response -> read(request, here, response, most));
        if (answer.fetched() != null) {
          return answer.fetched();
        }
        next = answer.next();
        if (!isResource(next) && !isStore(next)) {
          return new Fetched.Foreign();
        }
      }
      return new Fetched.Later();
    } catch (IllegalArgumentException e) {
      return new Fetched.Foreign();
    } catch (IOException e) {
      return new Fetched.Later();
    }
  }

  private static Hop read(HttpGet request, URI here, ClassicHttpResponse response, int most) throws IOException {
    int status = response.getCode();
    if (status >= 300 && status < 400) {
      var location = response.getFirstHeader(HttpHeaders.LOCATION);
      request.cancel();
      return location == null ? new Hop(new Fetched.Later(), null) : new Hop(null, here.resolve(location.getValue()));
    }
    if (status != 200 || response.getEntity() == null) {
      return new Hop(status == 404 || status == 410 ? new Fetched.Gone() : new Fetched.Later(), null);
    }
    var bytes = response.getEntity().getContentLength() > most ? null : response.getEntity().getContent().readNBytes(most + 1);
    if (bytes == null || bytes.length > most) {
      // Else the connection would be read to its end to be used again.
      request.cancel();
      return new Hop(new Fetched.TooLarge(), null);
    }
    return new Hop(new Fetched.Content(bytes), null);
  }

  /** A resource of the API: ours to ask for with our credentials. */
  private boolean isResource(URI address) {
    var path = address.getRawPath();
    boolean api = address.getScheme() != null && address.getAuthority() != null && address.getScheme().equals(this.api.getScheme())
        && address.getAuthority().equals(this.api.getAuthority());
    return (api || twilios("api.twilio.com") && secure(address) && address.getHost().endsWith(".twilio.com"))
        && path != null && path.contains(RESOURCES) && !path.contains("..");
  }

  private boolean twilios(String host) {
    return host.equals(api.getHost());
  }

  /** Where Twilio's API redirects to for the bytes. */
  private static boolean isStore(URI address) {
    return secure(address) && (address.getHost().endsWith(".twiliocdn.com")
        || address.getHost().equals("s3-external-1.amazonaws.com") && address.getPath().startsWith("/media.twiliocdn.com/"));
  }

  private static boolean secure(URI address) {
    return "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null
        && (address.getPort() == -1 || address.getPort() == 443);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /** Finds no address inside a network for any name but the one that the operator set as the API's. */
  private static final class PublicHosts extends SystemDefaultDnsResolver {
    private final String own;

    PublicHosts(String own) {
      this.own = own;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      var found = super.resolve(host);
      if (!host.equals(own) && Arrays.stream(found).anyMatch(PublicHosts::inside)) {
        throw new UnknownHostException(host + " lies inside a network");
      }
      return found;
    }

    private static boolean inside(InetAddress a) {
      return a.isLoopbackAddress() || a.isAnyLocalAddress() || a.isSiteLocalAddress() || a.isLinkLocalAddress() || a.isMulticastAddress();
    }
  }
}
