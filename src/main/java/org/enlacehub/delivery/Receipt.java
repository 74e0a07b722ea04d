package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;

/**
 * What a carrier told about a message.
 *
 * @param messageId ours, from the callback's address or our Message-ID
 * @param providerId the carrier's id; null for reports that name none (mail)
 * @param status the carrier's word, such as {@code delivered}, in any case
 * @param errorCode the carrier's code; null or 0 for none
 * @param at when we heard
 */
public record Receipt(long messageId, @Nullable String providerId, String status, @Nullable String errorCode, Instant at) {

  /** What a receipt did. */
  public enum Effect {
    /** The message moved on. */
    APPLIED,
    /** We knew as much or more already. */
    NOTHING_NEW,
    /** There is no such message. */
    UNKNOWN_MESSAGE,
    /** The message exists and never had this carrier's id: forged, or of an attempt that we never made. */
    FOREIGN_ID,
    /** The word means nothing to us. */
    UNKNOWN_STATUS
  }
}
