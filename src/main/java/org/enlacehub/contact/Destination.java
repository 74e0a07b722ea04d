package org.enlacehub.contact;

import java.util.Set;

/** An address with everything that decides whether a message may go there. */
public record Destination(Address address, Set<Channel> suppressed) {

  /** Valid, capable, consent as the purpose needs it, not suppressed. */
  public boolean mayReceive(Channel channel, Purpose purpose) {
    return address.reaches(channel) && !suppressed.contains(channel) && address.consent().allows(channel, purpose);
  }

  /** Why a message may not go there, as a code for {@code why}: {@code ok} when it may. */
  public String reason(Channel channel, Purpose purpose) {
    if (!address.valid()) return "address-invalid";
    if (!address.reaches(channel)) return "channel-impossible";
    if (suppressed.contains(channel)) return "suppressed";
    if (address.consent().isWithdrawn(channel, purpose)) return "consent-withdrawn";
    return address.consent().allows(channel, purpose) ? "ok" : "no-consent";
  }
}
