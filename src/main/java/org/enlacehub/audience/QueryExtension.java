package org.enlacehub.audience;

import java.util.Optional;
import org.enlacehub.contact.ContactFilter;

/** A field that a room above adds to the language (was sent, read, answered a campaign; has an open inquiry); offered as a bean. */
public interface QueryExtension {

  /** Its name in queries, such as {@code answered}. */
  String field();

  /** The condition {@code field = value}; empty when the value means nothing here. */
  Optional<ContactFilter> equal(String value);

  /** The condition {@code has field}. */
  ContactFilter present();
}
