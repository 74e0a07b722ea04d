package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.enlacehub.inquiry.assistance.OpenTask;

/**
 * What is to be done in the cases of whoever looks.
 *
 * @param own only their own tasks
 * @param names of staff by id
 */
@Introspected
public record TasksPage(List<OpenTask> tasks, boolean own, Map<Long, String> names) {}
