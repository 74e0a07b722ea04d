package org.enlacehub.webhook.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Set;
import org.enlacehub.webhook.Webhook;

/**
 * All webhooks, and the form of a new one.
 *
 * @param wrong field that is wrong; null when none is
 * @param types codes that were chosen
 */
@Introspected
public record WebhookListPage(List<Webhook> webhooks, @Nullable String wrong, String name, String address, Set<String> types) {}
