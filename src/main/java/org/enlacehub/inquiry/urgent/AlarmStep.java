package org.enlacehub.inquiry.urgent;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import org.enlacehub.contact.Channel;

/**
 * One thing that an alarm did, or that was done about it.
 *
 * @param called whom it called, and who did not exist for {@code NOBODY}; null for other things
 * @param desk whose roster was read
 * @param person key in that roster; null when nobody was called
 * @param staffId who was called or who acted, when they have an account
 * @param channel by which; null for the console alone
 * @param messageId the outbox's message; null in a drill
 * @param addressKey blind index of the address that was called
 */
public record AlarmStep(long id, long alarmId, Instant at, What what, @Nullable Called called, @Nullable String desk,
    @Nullable String person, @Nullable Long staffId, @Nullable Channel channel, @Nullable Long messageId, byte @Nullable [] addressKey) {

  /** What happened. */
  public enum What {
    CALL, REPEAT,
    /** There was nobody to call. */
    NOBODY,
    ACCEPT, CONTACT, RESOLVE,
    /** The severity was lowered: nobody needs to come any more. */
    STOP
  }
}
