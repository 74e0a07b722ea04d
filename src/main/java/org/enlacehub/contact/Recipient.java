package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What sending needs to know of a person, at the moment it was read.
 *
 * @param zone null when neither place nor number tell
 * @param values names, place and declared fields by canonical name, for the message's text
 */
public record Recipient(long contactId, @Nullable String language, @Nullable ZoneId zone, @Nullable String country,
    @Nullable String area, @Nullable String consulate, Map<String, String> values, List<Destination> destinations) {

  /** The preferred address by which a message of this purpose may go through this channel now. */
  public Optional<Destination> destination(Channel channel, Purpose purpose) {
    return destinations.stream().filter(d -> d.mayReceive(channel, purpose)).findFirst();
  }

  @Override
  public String toString() {
    return "recipient " + contactId;
  }
}
