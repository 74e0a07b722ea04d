package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Map;
import org.enlacehub.audience.PeopleFile;
import org.enlacehub.audience.PeopleList;

/**
 * A list, or the form for a new one.
 *
 * @param list null for a new one
 * @param title as it was typed for a new one
 * @param problem why the file was refused; null when it was not
 * @param found what the file named; null when none was sent
 * @param countries for numbers without a country code, by code and name
 * @param changeable true when the reader may change it
 */
@Introspected
public record ListPage(@Nullable PeopleList list, String title, @Nullable String problem, @Nullable PeopleFile.Found found,
    Map<String, String> countries, boolean changeable) {}
