package org.enlacehub.contact.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlacehub.contact.imports.ParsedRow.Phone;

/**
 * Reads phone numbers as people write them and as Excel leaves them. Which numbers exist is libphonenumber's knowledge (see
 * {@link KnownNumber}); what was damaged is repaired only when one reading is possible, else refused.
 */
final class PhoneReader {
  private static final Pattern SCIENTIFIC = Pattern.compile("[+']?(\\d(?:[.,]\\d+)?)[eE]\\+?(\\d{1,3})");
  private static final Pattern DECIMALS = Pattern.compile("(\\+?\\d{6,15})[.,]0+");
  private static final Pattern LABEL = Pattern.compile("^(tel(efono|éfono)?|cel(ular)?|m[oó]vil|mobile|cell|phone|whats ?app|wa|sms)\\s*[.:#]*\\s*",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION = Pattern.compile("(ext(ensi[oó]n)?\\.?|x|#)\\s*\\d{1,6}$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN = Pattern.compile("[;/|\\n]|,|\\s(?:y|o|and|or)\\s");
  private static final Pattern PIECE = Pattern.compile("(?:\\D*\\d){7,}.*");
  private static final Pattern MEXICAN_MOBILE = Pattern.compile("(?:00|011)?521(\\d{10})");
  /** Fewer digits without a plus are a national number with a slip, not a foreign one. */
  private static final int SHORTEST_INTERNATIONAL = 11;

  private final String home;

  /** @param home ISO country whose numbers are expected everywhere: the one that the consulates belong to */
  PhoneReader(String home) {
    this.home = home;
  }

  /** The numbers of a cell. @param region ISO country in which numbers without a country code are; empty when it is not known */
  List<Phone> read(Cell cell, String region, boolean whatsapp, RowReport report) {
    var quick = KnownNumber.ofE164(cell.text());
    if (quick.isPresent()) {
      return personal(quick.get(), report).map(number -> List.of(number.asPhone(whatsapp))).orElse(List.of());
    }
    var found = new ArrayList<Phone>(1);
    for (var piece : pieces(cell.text())) {
      var text = LABEL.matcher(Cleaning.unquoted(Cleaning.line(Normalizer.normalize(piece, Normalizer.Form.NFKC)))).replaceFirst("");
      if (!Cleaning.isNothing(text) && !text.equals("0")) {
        one(text, region, report).map(number -> number.asPhone(whatsapp)).ifPresent(found::add);
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

  private Optional<KnownNumber> one(String typed, String region, RowReport report) {
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
    boolean inFull = text.startsWith("+") || text.startsWith("00") || text.startsWith("011");
    var number = inFull ? international(text, region) : local(text, region, report);
    if (number.isEmpty() && text.startsWith("+")) {
      number = KnownNumber.possible(text);
      number.ifPresent(_ -> report.note("phone_unassigned"));
    }
    if (number.isEmpty()) {
      // one that may be two is told already
      return report.problems().stream().anyMatch(p -> p.code().equals("phone_ambiguous")) ? number
          : refused(report, region.isEmpty() && !text.startsWith("+") ? "phone_no_country" : "phone_invalid", region);
    }
    return personal(number.get(), report);
  }

  private static Optional<KnownNumber> international(String text, String region) {
    var number = KnownNumber.valid(text, region);
    if (number.isPresent()) {
      return number;
    }
    // Mexico dropped the 1 after 52 for mobiles in 2019; address books still have it
    var mexican = MEXICAN_MOBILE.matcher(digits(text));
    return mexican.matches() ? KnownNumber.valid("+52" + mexican.group(1), "") : Optional.empty();
  }

  private Optional<KnownNumber> local(String text, String region, RowReport report) {
    var national = region.isEmpty() ? Optional.<KnownNumber>empty() : KnownNumber.valid(text, region);
    var digits = digits(text);
    if (digits.length() < SHORTEST_INTERNATIONAL || digits.startsWith("0")) {
      return national;
    }
    var plus = international("+" + digits, region);
    if (national.isPresent()) {
      boolean two = plus.isPresent() && !plus.get().e164().equals(national.get().e164());
      return two && home.equals(plus.get().region()) ? refused(report, "phone_ambiguous", national.get().e164(), plus.get().e164()) : national;
    }
    plus.ifPresent(number -> report.note("phone_plus_lost", number.e164()));
    return plus;
  }

  private static Optional<KnownNumber> personal(KnownNumber number, RowReport report) {
    if (number.hasExtension()) {
      report.note("phone_extension");
    }
    return number.isService() ? refused(report, "phone_not_personal") : Optional.of(number);
  }

  private static Optional<KnownNumber> refused(RowReport report, String code, String... args) {
    report.warn(code, args);
    return Optional.empty();
  }

  private static String digits(String text) {
    var bare = EXTENSION.matcher(text).replaceFirst("");
    var digits = new StringBuilder(bare.length());
    bare.codePoints().filter(Character::isDigit).map(c -> Character.digit(c, 10)).forEach(digits::append);
    return digits.toString();
  }
}
