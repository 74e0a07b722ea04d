package org.enlacehub.template.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** A text and what it takes; no count before there is a text. */
@Introspected
public record CounterPage(String text, @Nullable SmsCount count) {}
