package org.enlacehub.contact.imports;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlacehub.contact.imports.ParsedRow.Phone;
import org.enlacehub.contact.imports.ParsedRow.Phone.Line;

/**
 * Reads phone numbers as people write them and as Excel leaves them. Which numbers exist is libphonenumber's knowledge; what was
 * damaged is repaired only when one reading is possible, else refused.
 */
final class PhoneReader {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern SCIENTIFIC = Pattern.compile("[+']?(\\d(?:[.,]\\d+)?)[eE]\\+?(\\d{1,3})");
  private static final Pattern DECIMALS = Pattern.compile("(\\+?\\d{6,15})[.,]0+");
  private static final Pattern LABEL = Pattern.compile("^(tel(efono|éfono)?|cel(ular)?|m[oó]vil|mobile|cell|phone|whats ?app|wa|sms)\\s*[.:#]*\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION = Pattern.compile("(ext(ensi[oó]n)?\\.?|x|#)\\s*\\d{1,6}$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN = Pattern.compile("[;/|\\n]|,|\\s(?:y|o|and|or)\\s");
  private static final Pattern PIECE = Pattern.compile("(?:\\D*\\d){7,}.*");
  /** Fewer digits without a plus are a national number with a slip, not a foreign one. */
  private static final int SHORTEST_INTERNATIONAL = 11;

  private final String home;

  /** @param home ISO country whose numbers are expected everywhere: the one that the consulates belong to */
  PhoneReader(String home) {
    this.home = home;
  }

  /** The numbers of a cell. @param region ISO country in which numbers without a country code are */
  List<Phone> read(Cell cell, String region, boolean whatsapp, RowReport report) {
    var found = new ArrayList<Phone>(1);
    for (var piece : pieces(cell.text())) {
      var text = LABEL.matcher(Cleaning.unquoted(Cleaning.line(Normalizer.normalize(piece, Normalizer.Form.NFKC)))).replaceFirst("");
      if (!Cleaning.isNothing(text) && !text.equals("0")) {
        one(text, region, report).map(number -> phone(number, whatsapp)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<String> pieces(String text) {
    var pieces = BETWEEN.split(text);
    for (var piece : pieces) {
      if (pieces.length > 1 && !piece.isBlank() && !PIECE.matcher(piece).matches()) {
        return List.of(text);
      }
    }
    return List.of(pieces);
  }

  private Optional<PhoneNumber> one(String typed, String region, RowReport report) {
    var text = typed;
    var scientific = SCIENTIFIC.matcher(text);
    if (scientific.matches()) {
      var mantissa = scientific.group(1).replaceAll("[.,]", "");
      if (mantissa.length() != Integer.parseInt(scientific.group(2)) + 1) {
        return refused(report, "phone_scientific");
      }
      text = new BigDecimal(mantissa).toPlainString();
      report.note("phone_scientific_repaired", text);
    }
    var decimals = DECIMALS.matcher(text);
    if (decimals.matches()) {
      text = decimals.group(1);
    }
    if (EXTENSION.matcher(text).replaceFirst("").chars().anyMatch(Character::isLetter)) {
      return refused(report, "phone_letters");
    }
    var number = text.startsWith("+") || text.startsWith("00") || text.startsWith("011") ? international(text, region) : local(text, region, report);
    if (number.isEmpty() && text.startsWith("+")) {
      number = possible(text);
      number.ifPresent(_ -> report.note("phone_unassigned"));
    }
    if (number.isEmpty()) {
      // a message that names the country would be wrong for one that was told apart already
      return report.problems().stream().anyMatch(p -> p.code().equals("phone_ambiguous")) ? number
          : refused(report, region.isEmpty() && !text.startsWith("+") ? "phone_no_country" : "phone_invalid", region);
    }
    return personal(number.get(), report);
  }

  private static Optional<PhoneNumber> international(String text, String region) {
    var number = valid(text, region);
    if (number.isPresent()) {
      return number;
    }
    var digits = digits(text);
    // Mexico dropped the 1 after 52 for mobiles in 2019; address books still have it
    return digits.matches("(00|011)?521\\d{10}") ? valid("+52" + digits.substring(digits.length() - 10), "") : Optional.empty();
  }

  private Optional<PhoneNumber> local(String text, String region, RowReport report) {
    var national = region.isEmpty() ? Optional.<PhoneNumber>empty() : valid(text, region);
    var digits = digits(text);
    var plus = digits.startsWith("0") ? Optional.<PhoneNumber>empty() : international("+" + digits, region);
    if (national.isPresent()) {
      boolean two = plus.isPresent() && !e164(plus.get()).equals(e164(national.get()));
      if (two && digits.length() >= SHORTEST_INTERNATIONAL && home.equals(NUMBERS.getRegionCodeForNumber(plus.get()))) {
        return refused(report, "phone_ambiguous", e164(national.get()), e164(plus.get()));
      }
      return national;
    }
    if (plus.isPresent() && digits.length() >= SHORTEST_INTERNATIONAL) {
      report.note("phone_plus_lost", e164(plus.get()));
      return plus;
    }
    return Optional.empty();
  }

  private Optional<PhoneNumber> personal(PhoneNumber number, RowReport report) {
    if (number.hasExtension()) {
      report.note("phone_extension");
    }
    return switch (NUMBERS.getNumberType(number)) {
      case PREMIUM_RATE, TOLL_FREE, SHARED_COST, UAN, VOICEMAIL, PAGER -> refused(report, "phone_not_personal");
      default -> Optional.of(number);
    };
  }

  private static Phone phone(PhoneNumber number, boolean whatsapp) {
    var line = switch (NUMBERS.getNumberType(number)) {
      case FIXED_LINE -> Line.FIXED;
      case MOBILE -> Line.MOBILE;
      default -> Line.EITHER;
    };
    return new Phone(e164(number), region(number), line, whatsapp);
  }

  private static Optional<PhoneNumber> refused(RowReport report, String code, String... args) {
    report.warn(code, args);
    return Optional.empty();
  }

  private static Optional<PhoneNumber> valid(String text, String region) {
    try {
      var number = NUMBERS.parse(text, region.isEmpty() ? null : region);
      return NUMBERS.isValidNumber(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** A number written in full whose length can be: ranges are opened faster than tables of them are updated. */
  private static Optional<PhoneNumber> possible(String text) {
    try {
      var number = NUMBERS.parse(text, null);
      return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String region(PhoneNumber number) {
    var region = NUMBERS.getRegionCodeForNumber(number);
    if (region == null) {
      region = NUMBERS.getRegionCodeForCountryCode(number.getCountryCode());
    }
    return region == null || region.length() != 2 || region.equals("ZZ") ? null : region;
  }

  private static String digits(String text) {
    return PhoneNumberUtil.normalizeDigitsOnly(EXTENSION.matcher(text).replaceFirst(""));
  }

  private static String e164(PhoneNumber number) {
    return NUMBERS.format(number, PhoneNumberFormat.E164);
  }
}
