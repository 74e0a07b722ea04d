package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.net.URI;

/**
 * A content as it was stored, opened.
 *
 * @param contactId whose key it was sealed under; null for the system's
 * @param address where it goes when that is no contact's address
 */
record StoredContent(long id, @Nullable Long contactId, Content content, Quiet quiet, Extras extras) {

  /** What only single messages have. */
  record Extras(@Nullable String address, @Nullable String inReplyTo, boolean automatic, @Nullable URI media) {
    static final Extras NONE = new Extras(null, null, false, null);
  }
}
