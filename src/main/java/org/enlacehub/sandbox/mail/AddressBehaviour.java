package org.enlacehub.sandbox.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Addresses that misbehave, at any domain: those whose local part is one of these words, or begins with it and a dot or a plus
 * ({@code bounce@example.org}, {@code bounce.maria@example.com}). The table is also in docs/sandbox.md.
 */
public enum AddressBehaviour {
  /** Delivered. */
  NONE(""),
  /** 550 5.1.1 at RCPT. */
  UNKNOWN("unknown"),
  /** 550 5.7.1 at RCPT: policy. */
  BLOCKED("blocked"),
  /** 452 4.2.2 at RCPT, always. */
  FULL("full"),
  /** 451 4.7.1 at RCPT the first times, then delivered. */
  GREYLIST("greylist"),
  /** 421 at RCPT and the line is closed, the first times. */
  THROTTLED("throttled"),
  /** 554 5.7.1 after the text: taken for spam. */
  SPAM("spam"),
  /** 552 5.3.4 after the text: too large. */
  TOO_LARGE("toolarge"),
  /** Delivered, answered only after a while. */
  SLOW("slow"),
  /** Delivered, and the line drops before the final answer. */
  DROP_AFTER("dropafter"),
  /** The line drops before the text is taken. */
  DROP_BEFORE("dropbefore"),
  /** Accepted; then a delivery report 5.1.1 (RFC 3464) comes back. */
  BOUNCE("bounce"),
  /** Accepted; then a delivery report 4.2.2 comes back. */
  SOFT_BOUNCE("softbounce"),
  /** Accepted; then a bounce in prose, of no standard. */
  ODD_BOUNCE("oddbounce"),
  /** Delivered; then a complaint (ARF, RFC 5965) comes back. */
  COMPLAINT("complaint"),
  /** Delivered; then an automatic answer (RFC 3834) comes back. */
  AWAY("away");

  private static final Map<String, AddressBehaviour> BY_WORD =
      Arrays.stream(values()).skip(1).collect(Collectors.toMap(AddressBehaviour::word, behaviour -> behaviour));

  private final String word;

  AddressBehaviour(String word) {
    this.word = word;
  }

  /** What the local part begins with. */
  public String word() {
    return word;
  }

  /** What happens to mail to this address. */
  public static AddressBehaviour of(String address) {
    int at = address.lastIndexOf('@');
    var local = (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
    return BY_WORD.getOrDefault(local.split("[.+]", 2)[0], NONE);
  }
}
