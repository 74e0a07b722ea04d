package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.enlacehub.consulate.Consulate;
import org.enlacehub.inquiry.urgent.Cover.Guard;

/**
 * Who is on duty, and what rang lately.
 *
 * @param unguarded missions without a roster of their own
 * @param desks where the person may exercise, by code
 */
@Introspected
public record DutyPage(List<Guard> guards, List<Consulate> unguarded, List<AlarmHistory.Told> alarms, Map<String, String> desks) {}
