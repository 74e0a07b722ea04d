package org.enlacehub.contact;

import java.util.List;
import org.enlacehub.platform.crypto.Sealer;

/** An opened contact with the key under which it is kept. */
record KeyedContact(Contact contact, byte[] dataKey, Sealer sealer) {

  long id() {
    return contact.id();
  }

  KeyedContact with(Contact changed) {
    return new KeyedContact(changed, dataKey, sealer);
  }

  List<Address> addresses() {
    return contact.addresses();
  }
}
