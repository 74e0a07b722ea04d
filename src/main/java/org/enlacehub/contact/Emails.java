package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Email addresses in the one form in which they are stored, sent to and compared. */
public final class Emails {
  /** RFC 5321, 4.5.3.1. */
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]*[a-z0-9]");

  private Emails() {}

  /**
   * Lower case throughout (no provider in use tells case apart), the domain in its ASCII form (IDNA).
   *
   * @return empty when it cannot be an address
   */
  public static Optional<String> normalise(@Nullable String text) {
    if (text == null) return Optional.empty();
    var typed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (typed.regionMatches(true, 0, "mailto:", 0, 7)) typed = typed.substring(7);
    int at = typed.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL || typed.length() > LONGEST) return Optional.empty();
    var local = typed.substring(0, at).toLowerCase(Locale.ROOT);
    String domain;
    try {
      domain = IDN.toASCII(typed.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean good = LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches() && local.length() + domain.length() < LONGEST;
    return good ? Optional.of(local + "@" + domain) : Optional.empty();
  }
}
