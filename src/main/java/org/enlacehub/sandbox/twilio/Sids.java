package org.enlacehub.sandbox.twilio;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identifiers that look like Twilio's and from which the place in the book can be read back, so that no index by identifier is
 * needed. Places are scattered by a multiplication that can be undone, so that neighbours do not look alike.
 */
final class Sids {
  private static final Pattern MESSAGE = Pattern.compile("(SM|MM)[0-9a-f]{32}");
  private static final long SCATTER = 0x9E3779B97F4A7C15L;
  private static final long GATHER = inverse(SCATTER);

  private Sids() {}

  static String message(boolean withMedia, long number, long edition) {
    var hex = HexFormat.of();
    return (withMedia ? "MM" : "SM") + hex.toHexDigits((number + 1) * SCATTER) + hex.toHexDigits(edition);
  }

  /** The place in the book; -1 when this is no message's identifier. */
  static long number(String sid) {
    return MESSAGE.matcher(sid).matches() ? HexFormat.fromHexDigitsToLong(sid, 2, 18) * GATHER - 1 : -1;
  }

  /** The number that undoes a multiplication by an odd one, by Newton's method: each round doubles the bits that are right. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int round = 0; round < 5; round++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
