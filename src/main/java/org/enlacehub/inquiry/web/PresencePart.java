package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.enlacehub.inquiry.Presence.Colleague;

/** Who else has an inquiry open. */
@Introspected
public record PresencePart(long id, List<Colleague> others) {}
