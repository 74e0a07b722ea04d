package org.enlacehub.audience;

import java.util.EnumSet;
import java.util.Set;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ConsentState;
import org.enlacehub.contact.Purpose;

/**
 * When a person counts as reachable by a channel: a valid address with the capability, not every purpose withdrawn for it, and the
 * channel not suppressed for the address. The same rule counts and filters.
 */
final class Reach {
  private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);

  private Reach() {}

  /** The condition on an address {@code a}; constants of ours only. */
  static String condition(Channel channel) {
    int bits = ConsentState.bits(EnumSet.of(channel), ALL);
    var capable = switch (channel) {
      case SMS -> "a.kind = 'PHONE' AND a.can_sms = 1";
      case WHATSAPP -> "a.kind <> 'EMAIL' AND a.can_whatsapp = 1";
      case EMAIL -> "a.kind = 'EMAIL'";
    };
    return "a.valid = 1 AND " + capable + " AND (a.withdrawn & " + bits + ") <> " + bits
        + " AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.kind = a.kind AND s.value_index = a.value_index AND s.channel = '"
        + channel.name() + "')";
  }
}
