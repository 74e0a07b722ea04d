package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;

/** An address to be stored; {@code value} is normalised already (see {@link Phones} and {@link Emails}). */
public record AddressDraft(AddressKind kind, String value, @Nullable String region, boolean canSms, boolean canWhatsapp) {

  /** A telephone number for SMS, and for WhatsApp when {@code whatsapp} says so. */
  public static AddressDraft phone(Phone phone, boolean whatsapp) {
    return new AddressDraft(AddressKind.PHONE, phone.e164(), phone.region(), phone.canSms(), whatsapp);
  }

  /** A number that is known by its WhatsApp alone. */
  public static AddressDraft whatsapp(Phone phone) {
    return new AddressDraft(AddressKind.PHONE, phone.e164(), phone.region(), false, true);
  }

  public static AddressDraft email(String normalised) {
    return new AddressDraft(AddressKind.EMAIL, normalised, null, false, false);
  }

  public static AddressDraft whatsappId(String id) {
    return new AddressDraft(AddressKind.WHATSAPP_ID, id, null, false, true);
  }

  /** Both drafts of one number together. */
  AddressDraft with(AddressDraft other) {
    return new AddressDraft(kind, value, region, canSms || other.canSms, canWhatsapp || other.canWhatsapp);
  }

  @Override
  public String toString() {
    return kind + " " + Masks.of(kind, value);
  }
}
