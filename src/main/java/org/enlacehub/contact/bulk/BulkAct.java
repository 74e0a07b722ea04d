package org.enlacehub.contact.bulk;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.Map;

/**
 * One act for many contacts.
 *
 * @param argument the tag of TAG and UNTAG
 * @param people how many were chosen
 * @param staffId who chose them, and who alone sees the act again
 * @param results how many of them have come to which result
 */
public record BulkAct(long id, Kind kind, State state, @Nullable String argument, int people, long staffId, Instant created,
    @Nullable Instant finished, Map<Result, Integer> results) {

  /** What is done to each. */
  public enum Kind { TAG, UNTAG, EXPORT, ERASE }

  /** CHOSEN until somebody confirms the number. */
  public enum State { CHOSEN, RUNNING, DONE }

  /** What became of one contact; GONE: it was erased or merged since, or is out of reach of who chose it. */
  public enum Result { WAITING, DONE, UNCHANGED, GONE }

  public int count(Result result) {
    return results.getOrDefault(result, 0);
  }

  /** How many are no longer waiting. */
  public int worked() {
    return people - count(Result.WAITING);
  }
}
