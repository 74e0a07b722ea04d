package org.enlacehub.template.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.template.whatsapp.Registration;

/**
 * How a WhatsApp text stands with the carrier, as pages show it.
 *
 * @param state {@code named} when its author named a Content SID, {@code none} when nobody asked for its registration, else the code of a
 *     {@link org.enlacehub.template.whatsapp.ContentState}
 * @param askable its registration can be asked for
 */
@Introspected
public record ContentMark(String state, @Nullable String sid, @Nullable String category, @Nullable String code, @Nullable String words,
    boolean askable) {
  static final ContentMark NONE = new ContentMark("none", null, null, null, null, true);

  static ContentMark named(String sid) {
    return new ContentMark("named", sid, null, null, null, false);
  }

  static ContentMark of(Registration r) {
    return new ContentMark(r.state().code(), r.sid(), r.category(), r.code(), r.words(), r.state().mayBeAsked());
  }

  /** What went wrong, in plain words, with those of the carrier behind them; null when nothing did. */
  public @Nullable String trouble(Texts t) {
    if (code == null) {
      return words == null ? null : t.get("template.whatsapp.rejection", words);
    }
    var key = "template.whatsapp.code." + code;
    return t.has(key) ? t.get(key) : t.get("template.whatsapp.code", code, words == null ? "" : words);
  }
}
