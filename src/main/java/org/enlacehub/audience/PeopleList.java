package org.enlacehub.audience;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;

/**
 * A list of people that somebody put together: {@code list = slug}.
 *
 * @param desk code of the consulate whose list it is; null: the whole network's
 * @param people how many it holds, those who were erased since included
 */
public record PeopleList(long id, String slug, String title, @Nullable String desk, String ownerName, int people, Instant changedAt) {}
