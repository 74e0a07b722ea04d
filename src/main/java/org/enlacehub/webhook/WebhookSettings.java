package org.enlacehub.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How notices are sent.
 *
 * @param internal addresses of our own network, and http, may be entered; for trying out
 * @param keep for how long notices can be sent anew
 */
@ConfigurationProperties("enlace.webhooks")
record WebhookSettings(@Bindable(defaultValue = "false") boolean internal, @Bindable(defaultValue = "30d") Duration keep) {}
