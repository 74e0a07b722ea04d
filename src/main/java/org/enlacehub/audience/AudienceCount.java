package org.enlacehub.audience;

import java.util.Map;
import org.enlacehub.contact.Channel;

/**
 * How many people an audience holds.
 *
 * @param byChannel people who can be reached: a valid address with the capability, nothing withdrawn for every purpose, not suppressed
 * @param byLanguage people by preferred language; those without one under an empty code
 */
public record AudienceCount(long count, Map<Channel, Long> byChannel, Map<String, Long> byLanguage) {}
