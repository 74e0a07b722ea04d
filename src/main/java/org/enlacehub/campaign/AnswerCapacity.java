package org.enlacehub.campaign;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How much the desks can answer, for campaigns that are spread so that they can.
 *
 * @param perHour answers an hour of a desk that is not named
 * @param perDay so long a day, from the hour at which a campaign goes out, its messages leave
 * @param desks answers an hour by the code of the mission
 */
@ConfigurationProperties("enlace.campaign.answers")
record AnswerCapacity(@Bindable(defaultValue = "30") int perHour, @Bindable(defaultValue = "8h") Duration perDay,
    @Nullable Map<String, Integer> desks) {

  int of(String desk) {
    // Property names are spelled in small letters.
    return desks == null ? perHour : desks.getOrDefault(desk, desks.getOrDefault(desk.toLowerCase(Locale.ROOT), perHour));
  }
}
