package org.enlacehub.inquiry.urgent;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How an alarm climbs, from {@code config/inquiry/alarms.yml}.
 *
 * @param steps by severity, 1 and 2, in the order of time
 * @param repeat how often everyone is called again after the last step
 * @param silence without a word of the person for so long the alarm rings again; severity 1 only
 * @param uncovered so long before an hour that nobody covers it is told
 */
record AlarmRules(Map<Integer, List<Step>> steps, Map<Integer, Duration> repeat, Duration silence, Duration uncovered) {

  /** Whom to call when so much time has passed since the alarm began. */
  record Step(Duration after, Called called) {}
}
