package org.enlacehub.inbound.mail;

import java.util.Optional;
import org.enlacehub.channel.email.AccessTokens;
import org.enlacehub.channel.email.imap.ImapAddress;
import org.enlacehub.channel.email.imap.ImapMailbox;

/** The mailbox of {@code ENLACE_IMAP_URL}. @param name without its password */
record OurMailbox(String name, ImapMailbox mailbox) implements AutoCloseable {

  static OurMailbox at(String url, Optional<AccessTokens> tokens) {
    var address = ImapAddress.parse(url);
    return new OurMailbox(address.name(), new ImapMailbox(address, tokens));
  }

  @Override
  public void close() {
    mailbox.close();
  }
}
