package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.Set;

/**
 * Which messages are asked for; null means any.
 *
 * @param sentFrom sent at this time or later
 * @param sentUntil sent before this time
 */
record BookQuery(@Nullable String to, @Nullable String from, @Nullable Boolean inbound, @Nullable Instant sentFrom,
    @Nullable Instant sentUntil) {

  static final BookQuery ALL = new BookQuery(null, null, null, null, null);

  /** The migrant's address that the query is bound to; null when it is bound to none, given the hub's own addresses. */
  @Nullable String personAmong(Set<String> senders) {
    if (to != null && !senders.contains(to)) {
      return to;
    }
    return from != null && !senders.contains(from) ? from : null;
  }

  boolean matches(BookedMessage message) {
    if (to != null && !to.equals(message.to()) || from != null && !from.equals(message.from())
        || inbound != null && inbound != message.inbound()) {
      return false;
    }
    if (sentFrom == null && sentUntil == null) {
      return true;
    }
    // Twilio lists a message that has not left yet by the time it was made.
    var sent = message.sent() == null ? message.arrived() : message.sent();
    return (sentFrom == null || !sent.isBefore(sentFrom)) && (sentUntil == null || sent.isBefore(sentUntil));
  }
}
