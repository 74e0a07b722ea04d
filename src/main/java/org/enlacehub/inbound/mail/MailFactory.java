package org.enlacehub.inbound.mail;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.enlacehub.channel.email.AccessTokens;
import org.enlacehub.platform.settings.Settings;

/** Makes the mailbox when there is one. */
@Factory
class MailFactory {

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = "enlace.imap-url")
  OurMailbox mailbox(Settings settings, Optional<AccessTokens> tokens) {
    return OurMailbox.at(settings.imapUrl().orElseThrow().reveal(), tokens);
  }
}
