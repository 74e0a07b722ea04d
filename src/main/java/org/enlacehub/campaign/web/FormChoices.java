package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.enlacehub.audience.SavedAudience;
import org.enlacehub.template.Template;

/**
 * What the form of a campaign offers.
 *
 * @param templates all of them
 * @param dates of contacts that a schedule can go by
 * @param topics codes of services that a reply can be about
 * @param missions that can answer: names by code
 * @param audiences saved ones that the person who writes may see
 */
@Introspected
public record FormChoices(List<Template> templates, List<String> dates, List<String> topics, Map<String, String> missions,
    List<SavedAudience> audiences) {}
