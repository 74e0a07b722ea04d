package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import org.enlacehub.contact.bulk.BulkAct;

/**
 * One act for many contacts: its confirmation, its progress, its result.
 *
 * @param problem why the confirmation was refused; null when it was not
 */
@Introspected
public record BulkPage(BulkAct bulk, @Nullable String problem) {}
