package org.enlacehub.webhook;

import io.micronaut.core.annotation.Nullable;
import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * An address of another system that is told what happens.
 *
 * @param name for administrators
 * @param types of what it is told
 * @param secret sealed; with it the receiver proves that a notice is ours
 * @param stopped why nothing is sent: {@code paused} by a person, {@code gone} when the receiver said so; null while it is
 */
public record Webhook(long id, String name, URI address, Set<NoticeType> types, byte[] secret, @Nullable String stopped, Instant createdAt) {
  static final String SECRET = "webhook.secret";

  @Override
  public String toString() {
    return "webhook " + id;
  }
}
