package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.enlacehub.inquiry.Surge.Done;

/** What became of each of many. */
@Introspected
public record SurgePage(List<Done> results, String act) {}
