package org.enlacehub.channel.email.bounce;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * A report that mail was not delivered.
 *
 * @param failures one a recipient, at least one
 * @param originalMessageId of the mail that it is about, with angle brackets; null when the report does not say
 */
public record Bounce(List<Failure> failures, @Nullable String originalMessageId) {
  public Bounce {
    failures = List.copyOf(failures);
  }
}
