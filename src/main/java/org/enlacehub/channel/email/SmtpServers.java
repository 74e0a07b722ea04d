package org.enlacehub.channel.email;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.channel.Sender;

/** The mail servers by which senders send: a sender's own, else the one of all others. */
final class SmtpServers implements AutoCloseable {
  private final @Nullable SmtpPool usual;
  private final Map<String, SmtpPool> own;

  /** @param own by the sender's id */
  SmtpServers(@Nullable SmtpPool usual, Map<String, SmtpPool> own) {
    this.usual = usual;
    this.own = Map.copyOf(own);
  }

  /** Empty when no server is known for it. */
  Optional<SmtpPool> of(Sender sender) {
    return Optional.ofNullable(own.getOrDefault(sender.id(), usual));
  }

  @Override
  public void close() {
    own.values().forEach(SmtpPool::close);
    if (usual != null) {
      usual.close();
    }
  }
}
