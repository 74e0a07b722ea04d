package org.enlacehub.template.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.stream.Collectors;
import org.enlacehub.template.sms.Offender;
import org.enlacehub.template.sms.Segments;
import org.enlacehub.template.sms.SmartEncoding;
import org.enlacehub.template.sms.SmsText;

/**
 * What a text takes as SMS, and what would be cheaper, as a page shows it.
 *
 * @param expensive the letters that make it cost double, each once: "ú, ’"
 * @param cheaper a spelling that takes fewer segments or the cheaper alphabet; null when nothing is to be gained
 * @param cheaperSegments what it takes
 * @param accents true when the cheaper spelling loses accents
 */
@Introspected
public record SmsCount(String encoding, int units, int segments, int perSegment, String expensive, @Nullable String cheaper,
    int cheaperSegments, boolean accents) {
  private static final int SHOWN = 20;

  public static SmsCount of(String text) {
    var now = SmsText.measure(text);
    var letters = now.offenders().stream().map(Offender::text).distinct().limit(SHOWN).collect(Collectors.joining("  "));
    for (boolean accents : List.of(false, true)) {
      var cheaper = SmartEncoding.apply(text, accents).text();
      var then = SmsText.measure(cheaper);
      if (then.encoding() != now.encoding() || then.segments() < now.segments()) {
        return new SmsCount(now.encoding().label(), now.units(), now.segments(), now.perSegment(), letters, cheaper,
            then.segments(), accents);
      }
    }
    return of(now, letters);
  }

  private static SmsCount of(Segments now, String letters) {
    return new SmsCount(now.encoding().label(), now.units(), now.segments(), now.perSegment(), letters, null, 0, false);
  }
}
