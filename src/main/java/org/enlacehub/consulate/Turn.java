package org.enlacehub.consulate;

import io.micronaut.core.annotation.Nullable;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * A time for which somebody is on duty, in the roster's zone.
 *
 * @param backup who is called next; null when nobody is
 */
record Turn(DutyPerson who, @Nullable DutyPerson backup, When when) {

  /** When it is. */
  sealed interface When {
    boolean covers(LocalDateTime local);
  }

  /** Once, from an instant to another. */
  record Once(LocalDateTime from, LocalDateTime to) implements When {
    @Override
    public boolean covers(LocalDateTime local) {
      return !local.isBefore(from) && local.isBefore(to);
    }
  }

  /** Each week; over midnight when {@code to} is not after {@code from}, so that 00:00 to 00:00 is the whole day. */
  record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to) implements When {
    @Override
    public boolean covers(LocalDateTime local) {
      var time = local.toLocalTime();
      var day = local.getDayOfWeek();
      if (from.isBefore(to)) {
        return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
      }
      return days.contains(day) && !time.isBefore(from) || days.contains(day.minus(1)) && time.isBefore(to);
    }
  }
}
