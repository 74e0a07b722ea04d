package org.enlacehub.contact;

import java.util.EnumSet;
import java.util.Set;

/** What an address is. SMS and WhatsApp of one telephone number are one address. */
public enum AddressKind {
  PHONE(Channel.SMS, Channel.WHATSAPP),
  EMAIL(Channel.EMAIL),
  /** A WhatsApp id that carries no telephone number. */
  WHATSAPP_ID(Channel.WHATSAPP);

  private final Set<Channel> channels;

  AddressKind(Channel first, Channel... rest) {
    this.channels = Set.copyOf(EnumSet.of(first, rest));
  }

  /** The channels by which such an address could be reached. */
  public Set<Channel> channels() {
    return channels;
  }

  /** The kind's name for the blind index. */
  String index() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
