package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.enlacehub.inquiry.DeskLoad.Kept;
import org.enlacehub.inquiry.DeskLoad.Share;

/**
 * Load and deadlines.
 *
 * @param names of staff by id
 * @param desks names of missions by code
 */
@Introspected
public record LoadPage(List<Share> shares, List<Kept> kept, Map<Long, String> names, Map<String, String> desks) {}
