package org.enlacehub.template.sms;

/**
 * The default alphabet of 3GPP TS 23.038 (formerly GSM 03.38), section 6.2.1, and its extension table, without national tables,
 * which US carriers and Twilio do not use.
 */
final class Gsm7 {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
          + "abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";
  /** Units of each character; none of them lies above the euro sign, so an array is enough. */
  private static final byte[] COST = costs();

  private Gsm7() {}

  /** Septets that a character takes: 1, 2 for one that is sent as an escape pair, 0 when the alphabet lacks it. */
  static int cost(char c) {
    return c < COST.length ? COST[c] : 0;
  }

  static boolean has(int point) {
    return point < COST.length && COST[point] != 0;
  }

  private static byte[] costs() {
    var costs = new byte['€' + 1];
    BASIC.chars().forEach(c -> costs[c] = 1);
    EXTENDED.chars().forEach(c -> costs[c] = 2);
    return costs;
  }
}
