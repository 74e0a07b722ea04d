package org.enlacehub.campaign;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What looks like an accident.
 *
 * @param timesUsual an audience so many times larger than usual must be meant expressly, by {@code expects}
 * @param usualAtFirst what counts as usual while fewer than three campaigns have run
 * @param sameWordsWithin the same words to the same people again within this time must be meant expressly, by {@code repeat}
 */
@ConfigurationProperties("enlace.campaign.guards")
record GuardLimits(@Bindable(defaultValue = "5") int timesUsual, @Bindable(defaultValue = "2000") long usualAtFirst,
    @Bindable(defaultValue = "2d") Duration sameWordsWithin) {}
