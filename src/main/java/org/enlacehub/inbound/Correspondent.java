package org.enlacehub.inbound;

import java.util.Optional;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Emails;
import org.enlacehub.contact.Phones;

/** The sender of a message in the form in which contacts keep an address. */
record Correspondent(AddressKind kind, String value) {
  private static final int LONGEST_ID = 128;

  /** Empty for senders that nobody could answer: short codes, names, broken addresses. */
  static Optional<Correspondent> of(Arrival arrival) {
    if (arrival.channel() == Channel.EMAIL) {
      return Emails.normalise(arrival.from()).map(value -> new Correspondent(AddressKind.EMAIL, value));
    }
    var phone = Phones.parse(arrival.from(), null).map(p -> new Correspondent(AddressKind.PHONE, p.e164()));
    // A WhatsApp sender may be known by an id that is no telephone number.
    return phone.isPresent() || arrival.channel() == Channel.SMS ? phone
        : Optional.of(arrival.from()).filter(id -> id.length() <= LONGEST_ID).map(id -> new Correspondent(AddressKind.WHATSAPP_ID, id));
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
