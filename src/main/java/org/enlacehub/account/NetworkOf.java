package org.enlacehub.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** One guesser has one IPv4 address but a whole /64 of IPv6 ones, so those count as one. */
final class NetworkOf {
  private static final int PREFIX_BYTES = 8;

  private NetworkOf() {}

  /** @param literal an address as the socket gives it; anything else stands for itself */
  static String address(String literal) {
    if (literal.indexOf(':') < 0) return literal;
    try {
      // A literal with a colon is never looked up in DNS.
      return InetAddress.getByName(literal.replaceAll("%.*$", "")) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES)) : literal;
    } catch (UnknownHostException _) {
      return literal;
    }
  }
}
