package org.enlacehub.sandbox.twilio;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What Twilio tells about where a number is from: country, and in North America a place by the area code. */
@Singleton
final class NumberPlan {
  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final PhoneNumberOfflineGeocoder places = PhoneNumberOfflineGeocoder.getInstance();

  /** The fields FromCountry, FromState, FromCity, FromZip, or To…; empty texts where nothing is known, as Twilio sends them. */
  Map<String, String> fields(String prefix, String e164) {
    var fields = new LinkedHashMap<String, String>();
    var country = "";
    var state = "";
    var city = "";
    try {
      var number = numbers.parse(e164, null);
      country = java.util.Objects.requireNonNullElse(numbers.getRegionCodeForNumber(number), "");
      var place = places.getDescriptionForNumber(number, Locale.ENGLISH);
      int comma = place.lastIndexOf(", ");
      if ("US".equals(country) && comma > 0) {
        city = place.substring(0, comma).toUpperCase(Locale.ROOT);
        state = place.substring(comma + 2);
      }
    } catch (NumberParseException e) {
      // a short code or a sender's name has no country
    }
    fields.put(prefix + "Country", country);
    fields.put(prefix + "State", state);
    fields.put(prefix + "City", city);
    fields.put(prefix + "Zip", "");
    return fields;
  }
}
