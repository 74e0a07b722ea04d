package org.enlacehub.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.enlacehub.consulate.WorkingTime;

/**
 * By when people are answered, from {@code config/inquiry/deadlines.yml}.
 *
 * @param bySeverity 1 to 4
 * @param reopenDays days after its end in which a matter is taken up again
 * @param automaticPerDay most automatic answers to one person a day
 */
record Deadlines(Map<Integer, Deadline> bySeverity, int reopenDays, int reopenDaysUrgent, int automaticPerDay) {
  /** Stands for "nothing is due", so that queues can be ordered by one column. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** @param office counted in the mission's working time instead of clock time */
  record Deadline(Duration answer, boolean office) {}

  /** When the answer to a message of this severity is due. */
  Instant answerBy(int severity, Instant heard, WorkingTime desk) {
    var deadline = bySeverity.get(severity);
    return deadline.office() ? desk.after(heard, deadline.answer()) : heard.plus(deadline.answer());
  }

  Duration reopenWithin(int severity) {
    return Duration.ofDays(severity <= 2 ? reopenDaysUrgent : reopenDays);
  }
}
