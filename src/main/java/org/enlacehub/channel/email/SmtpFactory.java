package org.enlacehub.channel.email;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import org.enlacehub.channel.Senders;
import org.enlacehub.channel.email.dkim.DkimKeys;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.settings.Settings;

/** Makes the mail side from {@code ENLACE_SMTP_URL}, and for single senders from {@code ENLACE_SMTP_URL_} and the sender's id. */
@Factory
@Requires(property = "enlace.role", value = "product")
class SmtpFactory {
  private static final String OWN = "enlace.smtp-url-";

  @Singleton
  @Bean(preDestroy = "close")
  SmtpCarrier smtp(Settings settings, Senders senders, Environment environment, Optional<DkimKeys> keys,
      Optional<AccessTokens> tokens, Clock clock) {
    var own = new HashMap<String, SmtpPool>();
    senders.all().stream().filter(sender -> sender.channel() == Channel.EMAIL).forEach(sender -> environment
        .getProperty(OWN + sender.id(), String.class).ifPresent(url -> own.put(sender.id(), new SmtpPool(SmtpAddress.parse(url), tokens))));
    return new SmtpCarrier(new SmtpServers(settings.smtpUrl().map(url -> new SmtpPool(SmtpAddress.parse(url.reveal()), tokens)).orElse(null), own),
        keys, clock);
  }
}
