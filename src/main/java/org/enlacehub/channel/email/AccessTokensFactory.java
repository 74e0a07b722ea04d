package org.enlacehub.channel.email;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import org.enlacehub.platform.settings.Secret;

/** Makes the access tokens of mail servers, for SMTP and IMAP alike, where they are configured. */
@Factory
@Requires(property = "enlace.mail.oauth.token-url")
class AccessTokensFactory {

  /** From {@code ENLACE_MAIL_OAUTH_TOKEN_URL}, {@code …_CLIENT_ID}, {@code …_CLIENT_SECRET} and {@code …_REFRESH_TOKEN}. */
  @Singleton
  AccessTokens tokens(@Property(name = "enlace.mail.oauth.token-url") URI url, @Property(name = "enlace.mail.oauth.client-id") String client,
      @Property(name = "enlace.mail.oauth.client-secret", defaultValue = "") String secret,
      @Property(name = "enlace.mail.oauth.refresh-token") String refresh, ObjectMapper json, Clock clock) {
    return new AccessTokens(url, client, new Secret(secret), new Secret(refresh), json, clock);
  }
}
