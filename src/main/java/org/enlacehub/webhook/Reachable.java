package org.enlacehub.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Which addresses may be called: public ones by https. Whoever may enter a webhook must not reach through us what only our network sees,
 * so names are resolved here, and the connection is made to the address that was looked at: a name that changes its mind gains nothing.
 */
@Singleton
class Reachable implements DnsResolver {
  /** Networks that no public server has (IANA's registries of special-purpose addresses), beside those that Java knows. */
  private static final Network[] NOT_PUBLIC = {Network.of(8, 0), Network.of(10, 100, 64), Network.of(24, 192, 0, 0), Network.of(24, 192, 0, 2),
      Network.of(15, 198, 18), Network.of(24, 198, 51, 100), Network.of(24, 203, 0, 113), Network.of(4, 240), Network.of(7, 0xfc),
      Network.of(16, 0x20, 0x02), Network.of(32, 0x20, 0x01, 0, 0), Network.of(96, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)};
  private final WebhookSettings settings;

  Reachable(WebhookSettings settings) {
    this.settings = settings;
  }

  /** A host that is not to be called. */
  static final class Refused extends UnknownHostException {
    Refused(String host) {
      super(host);
    }
  }

  /** Whether an address may be entered: not whether anybody answers there. */
  boolean mayBe(URI address) {
    boolean scheme = "https".equals(address.getScheme()) || settings.internal() && "http".equals(address.getScheme());
    if (!scheme || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
      return false;
    }
    try {
      resolve(address.getHost());
      return true;
    } catch (UnknownHostException e) {
      return !(e instanceof Refused);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    if (!settings.internal() && (found == null || !Arrays.stream(found).allMatch(Reachable::isPublic))) {
      throw new Refused(host);
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  static boolean isPublic(InetAddress address) {
    return !address.isAnyLocalAddress() && !address.isLoopbackAddress() && !address.isLinkLocalAddress() && !address.isSiteLocalAddress()
        && !address.isMulticastAddress() && Arrays.stream(NOT_PUBLIC).noneMatch(network -> network.holds(address.getAddress()));
  }

  /** The first bits of an address; {@code wide} bytes long, for both families have their own. */
  private record Network(int bits, int wide, byte[] start) {
    private static final int V4 = 4;
    private static final int V6 = 16;

    static Network of(int bits, int... start) {
      var bytes = new byte[start.length];
      for (int i = 0; i < start.length; i++) {
        bytes[i] = (byte) start[i];
      }
      boolean six = bits > 32 || start[0] == 0xfc || start[0] == 0x20;
      return new Network(bits, six ? V6 : V4, bytes);
    }

    boolean holds(byte[] address) {
      if (address.length != wide) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        int wanted = bit / 8 < start.length ? start[bit / 8] : 0;
        if ((address[bit / 8] & mask) != (wanted & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
