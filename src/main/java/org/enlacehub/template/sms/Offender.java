package org.enlacehub.template.sms;

import io.micronaut.core.annotation.Nullable;

/**
 * A character that GSM-7 lacks, so that the whole text is sent as UCS-2 and holds less than half.
 *
 * @param text the character, one code point
 * @param index where it stands, in UTF-16 units as Java and JavaScript count
 * @param suggestion what says the same in GSM-7; empty when the character can go; null when nothing replaces it
 */
public record Offender(String text, int index, @Nullable String suggestion) {}
