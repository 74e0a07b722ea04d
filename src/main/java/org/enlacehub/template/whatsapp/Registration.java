package org.enlacehub.template.whatsapp;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import org.enlacehub.template.ContentDraft;

/**
 * A WhatsApp text in the carrier's account.
 *
 * @param name of its {@link ContentDraft}
 * @param sid the carrier's id; null until it has one
 * @param category as WhatsApp files it, which may be another than was asked for
 * @param code the carrier's code for what went wrong; null when nothing did
 * @param words why it was rejected or refused, in the carrier's words
 */
public record Registration(String name, String language, String template, @Nullable String sid, @Nullable String category,
    ContentState state, @Nullable String code, @Nullable String words, Instant changedAt) {

  /** Of somebody who has just asked for it. */
  static Registration asked(ContentDraft draft, Instant now) {
    return new Registration(draft.name(), draft.language(), draft.template(), null, draft.category(), ContentState.ASKED, null, null, now);
  }

  /** As the carrier tells it now. */
  Registration told(ContentAccount.Held held, Instant now) {
    return new Registration(name, language, template, held.sid(), held.category(), ContentState.of(held.status()), null, held.rejection(),
        now);
  }

  Registration in(ContentState state, @Nullable String code, @Nullable String words, Instant now) {
    return new Registration(name, language, template, sid, category, state, code, words, now);
  }

  /** True when nothing but the time differs. */
  boolean same(Registration other) {
    return equals(new Registration(other.name, other.language, other.template, other.sid, other.category, other.state, other.code,
        other.words, changedAt));
  }
}
