package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;

/**
 * One line of a contact's timeline.
 *
 * @param kind stable word; its label is {@code contact.timeline.<kind>} or the room's own
 * @param text what to show, already readable for staff; may be personal
 * @param link page that tells more
 */
public record TimelineEntry(Instant at, String kind, String text, @Nullable String link) {}
