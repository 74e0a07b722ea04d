package org.enlacehub.contact;

import java.util.OptionalLong;

/** Another room's tokens that stand for an address (such as the message that was sent there) in {@code /u/…}; offered as a bean. */
public interface AddressTokens {

  /** The address that a token stands for; empty when it is not one of these tokens. */
  OptionalLong addressOf(String token);
}
