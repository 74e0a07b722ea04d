package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import java.util.OptionalLong;
import org.enlacehub.contact.AddressTokens;

/** Lets the link in a mail lead to the page of the person it went to. */
@Singleton
class UnsubscribeTokens implements AddressTokens {
  private final MailTokens tokens;
  private final Messages messages;

  UnsubscribeTokens(MailTokens tokens, Messages messages) {
    this.tokens = tokens;
    this.messages = messages;
  }

  @Override
  public OptionalLong addressOf(String token) {
    var message = tokens.messageOf(token);
    if (message.isEmpty()) return OptionalLong.empty();
    var address = messages.subject(message.getAsLong()).map(Messages.Subject::addressId);
    return address.isPresent() ? OptionalLong.of(address.get()) : OptionalLong.empty();
  }
}
