package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;

/**
 * An address of a contact, opened.
 *
 * @param value E.164, normalised email or WhatsApp id
 * @param region country of a telephone number
 * @param valid false once it is known that nothing arrives there
 * @param invalidReason {@code bounced}, {@code not_a_number}, {@code landline}, {@code unknown}, {@code complained}; null while valid
 * @param preference lower is tried first
 */
public record Address(long id, long contactId, AddressKind kind, String value, @Nullable String region, boolean canSms,
    boolean canWhatsapp, boolean valid, @Nullable String invalidReason, int preference, ConsentState consent) {

  /** True when the address is valid and has the channel's capability; says nothing of consent or suppression. */
  public boolean reaches(Channel channel) {
    return valid && switch (channel) {
      case SMS -> kind == AddressKind.PHONE && canSms;
      case WHATSAPP -> canWhatsapp && kind != AddressKind.EMAIL;
      case EMAIL -> kind == AddressKind.EMAIL;
    };
  }

  @Override
  public String toString() {
    return kind + " " + Masks.of(kind, value) + " #" + id;
  }
}
