package org.enlacehub.webhook.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.webhook.Delivery;
import org.enlacehub.webhook.Webhook;

/**
 * One webhook and what it was told.
 *
 * @param secret shown this once, right after it was made; null afterwards
 * @param next id of the notice before which the next page begins; null on the last
 */
@Introspected
public record WebhookPage(Webhook webhook, @Nullable String secret, List<Delivery> deliveries, @Nullable Long next) {}
