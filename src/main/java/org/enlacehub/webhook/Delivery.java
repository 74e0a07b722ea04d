package org.enlacehub.webhook;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;

/**
 * A notice on its way to an address.
 *
 * @param type of the notice
 * @param happenedAt when what it tells happened
 * @param dueAt when it is tried next, while it waits
 * @param outcome of the last attempt: an HTTP status, or a word such as {@code timeout}; null before the first
 */
public record Delivery(long webhookId, long noticeId, String type, Instant happenedAt, State state, int attempts, Instant dueAt,
    @Nullable String outcome, @Nullable Instant triedAt) {

  /** How far it is. */
  public enum State { WAITING, TAKEN, FAILED }
}
