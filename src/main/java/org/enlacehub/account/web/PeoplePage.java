package org.enlacehub.account.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.account.Staff;

/** The staff, by key; {@code next} is the cursor of the rest. */
@Introspected
public record PeoplePage(List<Staff> people, @Nullable String next) {}
