package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;

/**
 * Something that came with a message of a person.
 *
 * @param name as the sender calls it; null for none, and when the person was erased
 * @param type of its bytes; {@link FileType#UNKNOWN} while it has not been fetched
 * @param bytes its size; 0 while it has not been fetched
 * @param reason why it was refused: {@code too-large}, {@code not-at-carrier}, {@code gone}; null for none
 */
public record Attachment(long id, long entryId, State state, @Nullable String name, FileType type, long bytes, @Nullable String reason) {

  /** Where it is. */
  public enum State {
    /** Still with the carrier. */
    WAITING,
    /** Here. */
    STORED,
    /** It will not come. */
    REFUSED
  }

  @Override
  public String toString() {
    return "attachment " + id;
  }
}
