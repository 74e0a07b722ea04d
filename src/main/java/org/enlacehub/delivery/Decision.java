package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.enlacehub.channel.Outgoing;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;

/** What is decided about a message at the last moment before it would leave. */
sealed interface Decision {
  MessageRow row();

  /**
   * It may leave.
   *
   * @param sealed the text as it will be handed over
   * @param segments of an SMS; null for the others
   */
  record Send(MessageRow row, Outgoing outgoing, byte[] sealed, @Nullable Long addressId, AddressKind addressKind,
      @Nullable Integer segments) implements Decision {}

  /** Not now: it stays in its queue. */
  record Wait(MessageRow row, Instant until, String reason) implements Decision {}

  /** By another channel, before anything has left. */
  record Reroute(MessageRow row, Channel channel, String lane, List<Channel> rest, String reason,
      String detail) implements Decision {}

  /** Not at all. */
  record Close(MessageRow row, MessageState state, String reason, @Nullable String detail) implements Decision {}

  /** Not until something happens. */
  record Hold(MessageRow row, String reason, @Nullable String detail) implements Decision {}
}
