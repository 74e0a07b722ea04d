package org.enlacehub.territory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Telephone number to country, area and zone. North America and Mexico by the table of prefixes (from libphonenumber's
 * geocoding data), the rest by libphonenumber.
 */
public final class PhonePrefixes {
  private static final Set<String> NO_PLACE =
      Set.of("800", "833", "844", "855", "866", "877", "888", "900", "500", "521", "522", "533", "544", "566", "577", "588",
          "700", "710");
  private static final int LONGEST = 5;

  private record Entry(String country, String area, Optional<Place> at) {}

  private final Map<String, Entry> byPrefix = new HashMap<>();
  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();

  PhonePrefixes(Gazetteer gazetteer) {
    Table.read("phone_prefixes.csv", row -> Map.entry(row.getField("prefix"),
        new Entry(row.getField("country"), row.getField("area"),
        gazetteer.named(row.getField("city"), row.getField("area"))))).forEach(e -> byPrefix.put(e.getKey(), e.getValue()));
  }

  /** Where the number was given out; empty for what is no international number. */
  public Optional<PhoneOrigin> originOf(String e164) {
    var digits = digits(e164);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    if (digits.startsWith("1") && digits.length() >= 4 && NO_PLACE.contains(digits.substring(1, 4))) {
      return Optional.of(new PhoneOrigin("US", "", Optional.empty(), false));
    }
    for (int length = Math.min(LONGEST, digits.length()); length > 2; length--) {
      var entry = byPrefix.get(digits.substring(0, length));
      if (entry != null) {
        return Optional.of(new PhoneOrigin(entry.country(), entry.area(), entry.at(), true));
      }
    }
    return region(digits).map(country -> new PhoneOrigin(country, "", Optional.empty(), true));
  }

  /** The zone of the number when its prefix lies in one zone only. */
  public Optional<ZoneId> zoneOf(String e164) {
    try {
      List<String> found = zones.getTimeZonesForNumber(numbers.parse("+" + digits(e164), null));
      return found.size() == 1 && !found.getFirst().equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone())
          ? Optional.of(ZoneId.of(found.getFirst())) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** The country calling code, 0 when unknown. */
  public int callingCode(String country) {
    return numbers.getCountryCodeForRegion(country);
  }

  private Optional<String> region(String digits) {
    try {
      var number = numbers.parse("+" + digits, null);
      var region = numbers.getRegionCodeForNumber(number);
      if (region == null && number.getCountryCode() != 1) {
        region = numbers.getRegionCodeForCountryCode(number.getCountryCode());
      }
      return Optional.ofNullable(region).filter(r -> r.length() == 2 && !r.equals("ZZ"));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Digits after the plus; the 1 that Mexican mobiles bore until 2019 is dropped. Empty for what has no plus. */
  private static String digits(String e164) {
    if (e164 == null || !e164.strip().startsWith("+")) {
      return "";
    }
    var digits = e164.replaceAll("\\D", "");
    return digits.startsWith("521") && digits.length() == 13 ? "52" + digits.substring(3) : digits;
  }
}
