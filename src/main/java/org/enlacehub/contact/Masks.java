package org.enlacehub.contact;

/** What may be shown of an address to those who need not see it, and in messages for the log. */
public final class Masks {
  private Masks() {}

  /** {@code +1213•••23}. */
  public static String phone(String e164) {
    return e164.length() < 8 ? "•••" : e164.substring(0, 5) + "•••" + e164.substring(e164.length() - 2);
  }

  /** {@code m•••@example.org}. */
  public static String email(String address) {
    int at = address.lastIndexOf('@');
    return at < 1 ? "•••" : address.charAt(0) + "•••" + address.substring(at);
  }

  /** Either, by kind. */
  public static String of(AddressKind kind, String value) {
    return switch (kind) {
      case PHONE -> phone(value);
      case EMAIL -> email(value);
      case WHATSAPP_ID -> "•••" + value.substring(Math.max(0, value.length() - 3));
    };
  }
}
