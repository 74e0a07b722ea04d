package org.enlacehub.template.sms;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites a text so that it costs less as SMS: quotes, dashes, spaces and ordinals that GSM-7 lacks become those it has. Letters
 * lose their accent only when that is asked for, since it changes how a word reads. Characters without an equivalent stay.
 */
public final class SmartEncoding {
  private SmartEncoding() {}

  /** As {@link #apply(String, boolean)}, with accents kept. */
  public static Result apply(String text) {
    return apply(text, false);
  }

  /**
   * The cheaper text and what was changed in it, in the order of first appearance.
   *
   * @param accents whether á, í, ó, ú and other letters outside GSM-7 may lose their accent
   */
  public static Result apply(String text, boolean accents) {
    if (SmsText.isGsm7(text)) {
      return new Result(text, List.of());
    }
    // A letter and a combining accent count as two characters outside the alphabet; composed, é and ñ are inside it.
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var out = new StringBuilder(composed.length());
    var changes = new LinkedHashMap<Integer, Change>();
    for (int i = 0; i < composed.length(); ) {
      int point = composed.codePointAt(i);
      i += Character.charCount(point);
      var cheaper = Gsm7.has(point) ? Optional.<String>empty() : accents ? Equivalents.of(point) : Equivalents.typographic(point);
      if (cheaper.isEmpty()) {
        out.appendCodePoint(point);
      } else {
        out.append(cheaper.get());
        changes.merge(point, new Change(Character.toString(point), cheaper.get(), 1),
            (a, _) -> new Change(a.from(), a.to(), a.count() + 1));
      }
    }
    return new Result(out.toString(), List.copyOf(changes.values()));
  }

  /** One kind of replacement: {@code count} times {@code from} became {@code to}, which is empty when it was dropped. */
  public record Change(String from, String to, int count) {}

  /** The rewritten text; {@code changes} is empty when nothing but the composition of accents changed. */
  public record Result(String text, List<Change> changes) {}
}
