package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;

/** How a run goes, to be put in place of the last answer on a living page. */
@Introspected
public record ProgressPart(Progress progress) {}
