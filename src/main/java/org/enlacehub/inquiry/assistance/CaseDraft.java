package org.enlacehub.inquiry.assistance;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;

/**
 * What an officer writes into a record.
 *
 * @param kind name of a {@link CaseKind}
 * @param values by field; what the kind does not know is left out
 * @param dueOn ISO 8601 day, of a task; null or empty for none
 * @param staffId who does a task; null for nobody
 */
public record CaseDraft(String kind, Map<String, String> values, @Nullable String dueOn, @Nullable Long staffId) {}
