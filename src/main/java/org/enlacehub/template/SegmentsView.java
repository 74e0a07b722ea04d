package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.enlacehub.template.sms.Segments;
import org.enlacehub.template.sms.SmartEncoding;
import org.enlacehub.template.sms.SmsText;

/**
 * What a text takes as SMS, as the API tells it.
 *
 * @param offenders the first letters that make it cost double
 * @param smart the same text with quotes, dashes and spaces that cost nothing extra; null when there is nothing to gain
 * @param plain the same text without accents as well; null when that gains nothing more
 */
@Serdeable
record SegmentsView(String encoding, int units, int segments, int perSegment, List<OffenderView> offenders,
    @Nullable Cheaper smart, @Nullable Cheaper plain) {
  private static final int SHOWN = 50;

  static SegmentsView of(String text) {
    var now = SmsText.measure(text);
    var smart = Cheaper.of(text, now, false);
    var plain = Cheaper.of(text, smart == null ? now : SmsText.measure(smart.text()), true);
    return new SegmentsView(now.encoding().label(), now.units(), now.segments(), now.perSegment(), shown(now), smart, plain);
  }

  static List<OffenderView> shown(Segments segments) {
    return segments.offenders().stream().limit(SHOWN).map(o -> new OffenderView(o.text(), o.index(), o.suggestion())).toList();
  }

  /** As {@link org.enlacehub.template.sms.Offender}. */
  @Serdeable
  record OffenderView(String text, int index, @Nullable String suggestion) {}

  /** A cheaper spelling and what it takes. */
  @Serdeable
  record Cheaper(String text, String encoding, int units, int segments, List<ChangeView> changes) {
    static @Nullable Cheaper of(String text, Segments now, boolean accents) {
      var result = SmartEncoding.apply(text, accents);
      var then = SmsText.measure(result.text());
      boolean gains = then.segments() < now.segments() || then.encoding() != now.encoding();
      return !gains ? null : new Cheaper(result.text(), then.encoding().label(), then.units(), then.segments(),
          result.changes().stream().map(c -> new ChangeView(c.from(), c.to(), c.count())).toList());
    }
  }

  /** As {@link SmartEncoding.Change}. */
  @Serdeable
  record ChangeView(String from, String to, int count) {}
}
