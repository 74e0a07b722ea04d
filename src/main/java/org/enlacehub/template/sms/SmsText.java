package org.enlacehub.template.sms;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts SMS segments as carriers and Twilio do (3GPP TS 23.038 and 23.040): the text is taken as it is, nothing is normalised,
 * an escape pair of GSM-7 and a surrogate pair of UCS-2 never lie across two parts.
 */
public final class SmsText {
  private SmsText() {}

  /** Counts a text of any length, in one pass; an empty one is 0 units in 0 segments. */
  public static Segments measure(String text) {
    int units = 0;
    for (int i = 0; i < text.length(); i++) {
      int cost = Gsm7.cost(text.charAt(i));
      if (cost == 0) {
        return ucs2(text);
      }
      units += cost;
    }
    if (units <= SmsEncoding.GSM_7.single()) {
      return new Segments(SmsEncoding.GSM_7, units, units == 0 ? 0 : 1, SmsEncoding.GSM_7.single(), List.of());
    }
    int parts = 1;
    int used = 0;
    for (int i = 0; i < text.length(); i++) {
      int cost = Gsm7.cost(text.charAt(i));
      if (used + cost > SmsEncoding.GSM_7.joined()) {
        parts++;
        used = 0;
      }
      used += cost;
    }
    return new Segments(SmsEncoding.GSM_7, units, parts, SmsEncoding.GSM_7.joined(), List.of());
  }

  /** Whether every character is in GSM-7; quicker than measuring. */
  public static boolean isGsm7(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Gsm7.cost(text.charAt(i)) == 0) {
        return false;
      }
    }
    return true;
  }

  private static Segments ucs2(String text) {
    var offenders = offenders(text);
    if (text.length() <= SmsEncoding.UCS_2.single()) {
      return new Segments(SmsEncoding.UCS_2, text.length(), 1, SmsEncoding.UCS_2.single(), offenders);
    }
    int parts = 1;
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int width = Character.charCount(text.codePointAt(i));
      if (used + width > SmsEncoding.UCS_2.joined()) {
        parts++;
        used = 0;
      }
      used += width;
      i += width;
    }
    return new Segments(SmsEncoding.UCS_2, text.length(), parts, SmsEncoding.UCS_2.joined(), offenders);
  }

  private static List<Offender> offenders(String text) {
    var found = new ArrayList<Offender>();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (Character.charCount(point) == 2 || Gsm7.cost((char) point) == 0) {
        found.add(new Offender(Character.toString(point), i, Equivalents.of(point).orElse(null)));
      }
      i += Character.charCount(point);
    }
    return found;
  }
}
