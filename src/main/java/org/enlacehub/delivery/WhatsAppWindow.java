package org.enlacehub.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Tells to whom free-form WhatsApp messages may go; implemented by the room that knows what people wrote. */
public interface WhatsAppWindow {

  /** Those of the contacts who wrote by WhatsApp within the 24 hours before {@code now}. */
  Set<Long> open(Collection<Long> contactIds, Instant now);
}
