package org.enlacehub.template.sms;

import java.util.List;

/**
 * What a text takes as SMS.
 *
 * @param units septets in GSM-7 (an extended character counts two), UTF-16 units in UCS-2; 0 for an empty text
 * @param segments messages that a carrier bills; 0 for an empty text, which no carrier takes
 * @param perSegment units that one segment of this text holds: 160 or 153, 70 or 67
 * @param offenders the characters that made it UCS-2, in order; empty in GSM-7
 */
public record Segments(SmsEncoding encoding, int units, int segments, int perSegment, List<Offender> offenders) {
  public Segments {
    offenders = List.copyOf(offenders);
  }
}
