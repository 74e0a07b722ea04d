package org.enlacehub.sandbox.phone;

import io.micronaut.core.annotation.Introspected;

/** What the templates get: one thing, so that a fragment needs no more than the page. */
@Introspected
public record PhoneModel(PhoneView view) {}
