package org.enlacehub.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.micronaut.core.annotation.Nullable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers as people write them, and as they read them. What can exist is libphonenumber's word. */
public final class Phones {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int LONGEST = 40;
  private static final Pattern MEXICAN_MOBILE = Pattern.compile("\\+52[\\s.-]*1([\\s.-]*\\d){10}");
  private static final Set<PhoneNumberType> NO_SMS = EnumSet.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.TOLL_FREE,
      PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN, PhoneNumberType.VOICEMAIL);

  private Phones() {}

  /** What came of reading a text as a telephone number. */
  public sealed interface Reading {
    record Number(Phone phone) implements Reading {}

    /**
     * No number that can be called.
     *
     * @param code {@code phone-letters}, {@code phone-no-country}, {@code phone-no-area} (only good for calls within one city),
     *     {@code phone-too-short}, {@code phone-too-long}, {@code phone-unassigned} (no such numbers are given out in that country) or
     *     {@code invalid-phone}
     */
    record Unusable(String code) implements Reading {}
  }

  /** As {@link #read}, for those who need not know what is wrong; empty when it is no usable telephone number. */
  public static Optional<Phone> parse(@Nullable String text, @Nullable String region) {
    return read(text, region) instanceof Reading.Number(var phone) ? Optional.of(phone) : Optional.empty();
  }

  /**
   * Reads a number in international form ({@code +}, {@code 00}, {@code whatsapp:+…}) or in the national form of {@code region}. In
   * international form it must be long enough to be dialled from abroad, since ranges are opened faster than tables follow; a national
   * one must be in a range that is given out (numbers of fiction, such as 213-555-0123, are).
   *
   * @param region ISO 3166-1 country for numbers without a country code; null accepts only international ones
   */
  public static Reading read(@Nullable String text, @Nullable String region) {
    var typed = text == null ? "" : text.strip();
    if (typed.regionMatches(true, 0, "whatsapp:", 0, 9)) typed = typed.substring(9).strip();
    if (typed.isEmpty() || typed.length() > LONGEST) return new Reading.Unusable("invalid-phone");
    // libphonenumber reads letters as keys of the dial; in a contact file they are a mistake.
    if (typed.chars().anyMatch(Character::isLetter)) return new Reading.Unusable("phone-letters");
    if (typed.startsWith("00")) typed = "+" + typed.substring(2);
    try {
      // Mexico dropped the 1 after 52 for mobiles in 2019; WhatsApp and address books still have it.
      if (MEXICAN_MOBILE.matcher(typed).matches()) typed = typed.replaceFirst("1", "");
      var number = NUMBERS.parse(typed, region == null ? null : region.toUpperCase(Locale.ROOT));
      return flaw(number, typed.startsWith("+")).<Reading>map(Reading.Unusable::new).orElseGet(() -> new Reading.Number(new Phone(
          NUMBERS.format(number, PhoneNumberFormat.E164), regionOf(number), !NO_SMS.contains(NUMBERS.getNumberType(number)))));
    } catch (NumberParseException e) {
      return new Reading.Unusable(switch (e.getErrorType()) {
        case INVALID_COUNTRY_CODE -> "phone-no-country";
        case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "phone-too-short";
        case TOO_LONG -> "phone-too-long";
        case NOT_A_NUMBER -> "invalid-phone";
      });
    }
  }

  private static Optional<String> flaw(PhoneNumber number, boolean international) {
    return switch (NUMBERS.isPossibleNumberWithReason(number)) {
      case IS_POSSIBLE -> international || NUMBERS.isValidNumber(number) ? Optional.empty() : Optional.of("phone-unassigned");
      case IS_POSSIBLE_LOCAL_ONLY -> Optional.of("phone-no-area");
      case TOO_SHORT -> Optional.of("phone-too-short");
      case TOO_LONG -> Optional.of("phone-too-long");
      case INVALID_COUNTRY_CODE -> Optional.of("phone-no-country");
      case INVALID_LENGTH -> Optional.of("invalid-phone");
    };
  }

  /** As people write it, with its country code; the text itself when it is no number. */
  public static String display(String e164) {
    try {
      return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return e164;
    }
  }

  private static @Nullable String regionOf(PhoneNumber number) {
    var region = NUMBERS.getRegionCodeForNumber(number);
    if (region == null) region = NUMBERS.getRegionCodeForCountryCode(number.getCountryCode());
    return region == null || region.length() != 2 || "ZZ".equals(region) ? null : region;
  }
}
