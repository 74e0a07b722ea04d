package org.enlacehub.template;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * A rendered text as the API shows it.
 *
 * @param encoding of an SMS: GSM-7 or UCS-2; null for other channels, as all figures of segments
 * @param language in which it is written; another than {@code asked} when there is no text in that one
 */
@Serdeable
record Preview(String channel, String language, String asked, String body, @Nullable String subject, @Nullable String html,
    @Nullable String encoding, @Nullable Integer units, @Nullable Integer segments, @Nullable Integer perSegment,
    List<SegmentsView.OffenderView> offenders, @Nullable String contentSid, Map<String, String> contentVariables,
    String version) {

  static Preview of(Rendered rendered) {
    var segments = rendered.segments();
    return new Preview(rendered.channel().code(), rendered.language(), rendered.asked(), rendered.body(), rendered.subject(),
        rendered.html(),
        segments == null ? null : segments.encoding().label(), segments == null ? null : segments.units(),
        segments == null ? null : segments.segments(), segments == null ? null : segments.perSegment(),
        segments == null ? List.of() : SegmentsView.shown(segments), rendered.contentSid(), rendered.contentVariables(),
        rendered.version());
  }
}
