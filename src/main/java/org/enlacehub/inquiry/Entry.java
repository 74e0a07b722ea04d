package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import org.enlacehub.contact.Channel;

/**
 * Something that happened in an inquiry, opened.
 *
 * @param authorId member of staff; null for the person and for the product itself
 * @param messageId the outbox's message, which knows whether it arrived; null unless {@code OUT}
 * @param act what was done, of an {@code EVENT}: {@code transfer}, {@code assign} …
 * @param detail of an {@code EVENT}, never personal; of an {@code IN} the message of ours that it answers, see {@link #answers}
 * @param atVersion the inquiry's version when it was made: of two entries the one with the higher came later, whatever their times
 * @param body words; null for events, and when the person was erased
 */
public record Entry(long id, long inquiryId, Kind kind, Instant at, @Nullable Channel channel, @Nullable Long authorId,
    @Nullable Long messageId, @Nullable String act, @Nullable String detail, int atVersion,
    @Nullable String body) {

  /** Stands in {@code detail} before the id of a message that a person quoted. */
  static final String ANSWERS = "re:";

  /** The message of ours that the person quoted; null when they quoted none. */
  public @Nullable Long answers() {
    return kind == Kind.IN && detail != null && detail.startsWith(ANSWERS) ? Long.valueOf(detail.substring(ANSWERS.length())) : null;
  }

  /** What it is. */
  public enum Kind {
    /** The person wrote. */
    IN,
    /** We wrote to the person. */
    OUT,
    /** Among ourselves; never sent. */
    NOTE,
    /** An act on the inquiry. */
    EVENT
  }
}
