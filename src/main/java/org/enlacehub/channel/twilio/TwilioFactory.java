package org.enlacehub.channel.twilio;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.enlacehub.channel.Carrier;
import org.enlacehub.platform.settings.Settings;
import org.enlacehub.template.whatsapp.ContentAccount;

/** Makes the Twilio side from the settings. */
@Factory
@Requires(property = "enlace.role", value = "product")
class TwilioFactory {

  @Singleton
  @Bean(preDestroy = "close")
  TwilioAccount account(Settings settings, @Property(name = "enlace.twilio.connections", defaultValue = "64") int connections,
      @Property(name = "enlace.twilio.answer-timeout", defaultValue = "PT30S") Duration answer) {
    return settings.hasTwilio()
        ? TwilioAccount.of(settings.twilioAccountSid().orElseThrow(), settings.twilioAuthToken().orElseThrow().reveal(),
            settings.twilioApiUrl(), connections, answer)
        : TwilioAccount.none();
  }

  @Singleton
  Carrier twilio(TwilioAccount account) {
    return new TwilioCarrier(account);
  }

  @Singleton
  TwilioLookup lookup(TwilioAccount account) {
    return new TwilioLookup(account);
  }

  @Singleton
  ContentAccount contents(TwilioAccount account) {
    return new TwilioContents(account);
  }

  @Singleton
  @Bean(preDestroy = "close")
  TwilioMedia media(Settings settings) {
    return new TwilioMedia(settings.twilioApiUrl(), settings.twilioAccountSid().orElse(""),
        settings.twilioAuthToken().map(token -> token.reveal()).orElse(""));
  }

  @Singleton
  TwilioSignature signature(Settings settings) {
    return new TwilioSignature(settings.twilioAuthToken().map(token -> token.reveal()).orElse(null));
  }
}
