package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * What a message says and how its receipts are told.
 *
 * @param body text as the person reads it; a template is filled in already
 * @param media addresses of pictures and sounds
 * @param mediaTypes their content types, as far as known
 * @param contentSid the template that was used; null for free text
 * @param statusCallback where receipts go; null for nowhere
 * @param messagingServiceSid the service that chose the sender; null when a sender was named
 * @param latitude of a location pin; null for none
 * @param longitude of a location pin; null for none
 */
public record Details(
    String body,
    List<String> media,
    List<String> mediaTypes,
    @Nullable String contentSid,
    @Nullable String statusCallback,
    @Nullable String messagingServiceSid,
    @Nullable Double latitude,
    @Nullable Double longitude) {

  /** What stands in for details that the book no longer has. */
  static final Details FORGOTTEN = new Details("", List.of(), List.of(), null, null, null, null, null);
}
