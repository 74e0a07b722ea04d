package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import java.util.regex.Pattern;

/** Reads addresses as Twilio writes them: {@code +15005550006} or {@code whatsapp:+15005550006}. */
public final class Address {
  /** The prefix of WhatsApp addresses. */
  public static final String WHATSAPP = "whatsapp:";

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,8}");
  private static final Pattern ALPHANUMERIC = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

  private Address() {}

  public static boolean isWhatsApp(@Nullable String address) {
    return address != null && address.startsWith(WHATSAPP);
  }

  /** The telephone number without prefix. */
  public static String number(String address) {
    return isWhatsApp(address) ? address.substring(WHATSAPP.length()) : address;
  }

  /** True for a telephone number in E.164 form, with or without the prefix. */
  public static boolean isNumber(String address) {
    return E164.matcher(number(address)).matches();
  }

  /** True for what may stand in From: a number, a short code or a sender name. */
  static boolean isSender(String address) {
    return isNumber(address) || !isWhatsApp(address)
        && (SHORT_CODE.matcher(address).matches() || ALPHANUMERIC.matcher(address).matches());
  }
}
