package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;

/**
 * An answer and what is done with the matter, in one step.
 *
 * @param title what it is for, by the officer's language
 * @param answer by the person's language, with variables; empty when nothing is answered
 * @param tag put on the person's contact; null for none
 * @param assign true for the one who uses it, false for nobody; null leaves the owner
 * @param snoozeDays put off so many days; null for not
 * @param transfer code of the mission where it goes; null for none
 * @param close outcome with which it ends; null when it goes on
 */
record Macro(String code, Map<String, String> title, Map<String, String> answer, @Nullable String tag, @Nullable Boolean assign,
    @Nullable Integer snoozeDays, @Nullable String transfer, @Nullable String close) {}
