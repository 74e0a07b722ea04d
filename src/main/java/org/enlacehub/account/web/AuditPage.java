package org.enlacehub.account.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.AuditEntry;

/**
 * A part of the audit log.
 *
 * @param names names of the staff who act in it, by id
 * @param action beginning of the code by which it is filtered; empty for all
 * @param person id of the person by whom it is filtered; null for all
 * @param more address of the next part; null at the end
 */
@Introspected
public record AuditPage(List<AuditEntry> entries, Map<Long, String> names, String action, @Nullable Long person, @Nullable String more) {}
