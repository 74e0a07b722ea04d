package org.enlacehub.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.micronaut.core.annotation.Nullable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Telephone numbers as people write them, and as they read them. What can exist is libphonenumber's word. */
public final class Phones {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int LONGEST = 40;
  private static final Set<PhoneNumberType> NO_SMS = EnumSet.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.TOLL_FREE,
      PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN, PhoneNumberType.VOICEMAIL);

  private Phones() {}

  /**
   * Reads a number in international form ({@code +}, {@code 00}, {@code whatsapp:+…}) or in the national form of {@code region}.
   *
   * @param region ISO 3166-1 country for numbers without a country code; null accepts only international ones
   * @return empty when it is no possible telephone number
   */
  public static Optional<Phone> parse(@Nullable String text, @Nullable String region) {
    if (text == null) return Optional.empty();
    var typed = text.strip();
    if (typed.regionMatches(true, 0, "whatsapp:", 0, 9)) typed = typed.substring(9).strip();
    if (typed.isEmpty() || typed.length() > LONGEST) return Optional.empty();
    // libphonenumber reads letters as keys of the dial; in a contact file they are a mistake.
    if (typed.chars().anyMatch(Character::isLetter)) return Optional.empty();
    if (typed.startsWith("00")) typed = "+" + typed.substring(2);
    try {
      var number = NUMBERS.parse(typed, region == null ? null : region.toUpperCase(Locale.ROOT));
      // Reserved ranges (555-01xx) are possible and not valid; demo and tests live on them, so possible is enough.
      if (!NUMBERS.isPossibleNumber(number)) return Optional.empty();
      var e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
      return Optional.of(new Phone(e164, regionOf(number), !NO_SMS.contains(NUMBERS.getNumberType(number))));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** As people write it, with its country code; the text itself when it is no number. */
  public static String display(String e164) {
    try {
      return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return e164;
    }
  }

  private static @Nullable String regionOf(com.google.i18n.phonenumbers.Phonenumber.PhoneNumber number) {
    var region = NUMBERS.getRegionCodeForNumber(number);
    if (region == null) region = NUMBERS.getRegionCodeForCountryCode(number.getCountryCode());
    return region == null || region.length() != 2 || "ZZ".equals(region) ? null : region;
  }
}
