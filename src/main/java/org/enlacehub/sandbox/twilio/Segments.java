package org.enlacehub.sandbox.twilio;

/** Counts SMS segments as a carrier bills them. On purpose not the product's own count, so that the two can be compared. */
final class Segments {
  private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
      + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String DOUBLE = "^{}\\[~]|€\f";

  private Segments() {}

  static int of(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (BASIC.indexOf(letter) >= 0) {
        septets++;
      } else if (DOUBLE.indexOf(letter) >= 0) {
        septets += 2;
      } else {
        return count(text.length(), 70, 67);
      }
    }
    return count(septets, 160, 153);
  }

  private static int count(int units, int alone, int joined) {
    return units <= alone ? 1 : Math.ceilDiv(units, joined);
  }
}
