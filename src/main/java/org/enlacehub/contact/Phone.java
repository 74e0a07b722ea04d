package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;

/**
 * A telephone number that can exist.
 *
 * @param e164 as {@code +12135550123}
 * @param region ISO 3166-1 country of the number, null for one that belongs to no country
 * @param canSms false only for what is surely no mobile (a landline, a toll-free number)
 */
public record Phone(String e164, @Nullable String region, boolean canSms) {

  /** Masked: a number reaches no log whole. */
  @Override
  public String toString() {
    return Masks.phone(e164);
  }
}
