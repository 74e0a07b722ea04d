package org.enlacehub.contact.imports;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;
import org.enlacehub.contact.imports.ParsedRow.Phone;

/** A number as libphonenumber knows it: looked up once, since the library looks everything up anew at each question. */
record KnownNumber(PhoneNumber number, PhoneNumberType type, @Nullable String region) {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";
  private static final int SHORTEST = 9;
  private static final int LONGEST = 16;

  /** A number that is written as {@code +} and digits already; empty when it is not, or needs a closer look. */
  static Optional<KnownNumber> ofE164(String text) {
    if (text.length() < SHORTEST || text.length() > LONGEST || text.charAt(0) != '+') {
      return Optional.empty();
    }
    long value = 0;
    int code = 0;
    for (int i = 1; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value == 0 && digit == 0) {
        return Optional.empty();
      }
      value = value * 10 + digit;
      if (code == 0 && i <= 3 && !NUMBERS.getRegionCodeForCountryCode((int) value).equals(NO_REGION)) {
        code = (int) value;
        value = 0;
      }
    }
    if (code == 0) {
      return Optional.empty();
    }
    return known(new PhoneNumber().setCountryCode(code).setNationalNumber(value));
  }

  /** A number that exists. @param region ISO country of numbers without a country code; empty when it is not known */
  static Optional<KnownNumber> valid(String text, String region) {
    try {
      return known(NUMBERS.parse(text, region.isEmpty() ? null : region));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<KnownNumber> known(PhoneNumber number) {
    var type = NUMBERS.getNumberType(number);
    return type == PhoneNumberType.UNKNOWN ? Optional.empty() : Optional.of(new KnownNumber(number, type, regionOf(number)));
  }

  /** A number written in full whose length can be: ranges are opened faster than tables of them are updated. */
  static Optional<KnownNumber> possible(String text) {
    try {
      var number = NUMBERS.parse(text, null);
      return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(new KnownNumber(number, PhoneNumberType.UNKNOWN, regionOf(number))) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String regionOf(PhoneNumber number) {
    var region = NUMBERS.getRegionCodeForNumber(number);
    if (region == null) {
      region = NUMBERS.getRegionCodeForCountryCode(number.getCountryCode());
    }
    return region == null || region.length() != 2 || region.equals(NO_REGION) ? null : region;
  }

  boolean hasExtension() {
    return number.hasExtension();
  }

  /** Whether it is a service's and no person's. */
  boolean isService() {
    return switch (type) {
      case PREMIUM_RATE, TOLL_FREE, SHARED_COST, UAN, VOICEMAIL, PAGER -> true;
      default -> false;
    };
  }

  String e164() {
    return NUMBERS.format(number, PhoneNumberFormat.E164);
  }

  Phone asPhone(boolean whatsapp) {
    var line = switch (type) {
      case FIXED_LINE -> Phone.Line.FIXED;
      case MOBILE -> Phone.Line.MOBILE;
      default -> Phone.Line.EITHER;
    };
    return new Phone(e164(), region, line, whatsapp);
  }
}
