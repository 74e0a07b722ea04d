package org.enlacehub.channel.email;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.enlacehub.platform.settings.Settings;

/** Makes the mail side from {@code ENLACE_SMTP_URL}. */
@Factory
@Requires(property = "enlace.role", value = "product")
class SmtpFactory {

  @Singleton
  @Bean(preDestroy = "close")
  SmtpCarrier smtp(Settings settings, Clock clock) {
    return new SmtpCarrier(settings.smtpUrl().map(url -> new SmtpPool(SmtpAddress.parse(url.reveal()))), clock);
  }
}
