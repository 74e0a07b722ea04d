package org.enlacehub.sandbox.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads, writes and places telephone numbers as people type them; without a country they are taken for North American. */
final class PhoneNumbers {
  private PhoneNumbers() {}

  /** The number in E.164 form; empty for what cannot be one. */
  static Optional<String> read(String typed) {
    try {
      var numbers = PhoneNumberUtil.getInstance();
      var number = numbers.parse(typed, "US");
      return numbers.isPossibleNumber(number) ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** As people write it, with its country code. */
  static String display(String e164) {
    try {
      var numbers = PhoneNumberUtil.getInstance();
      return numbers.format(numbers.parse(e164, null), PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return e164;
    }
  }

  /** The time zone of the number's place, the first when there are several; UTC when nothing is known. */
  static ZoneId zone(String e164) {
    try {
      var zones = PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(e164, null));
      return ZoneId.of(zones.getFirst());
    } catch (NumberParseException | DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
