package org.enlacehub.audience;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.enlacehub.audience.Value.Form;

/** Dates as queries write them: {@code 2027-03-31}, {@code today}, {@code 90d}, {@code -1y}. Days are those of UTC. */
final class Dates {
  private static final int MOST_DAYS = 100_000;
  private final Clock clock;

  Dates(Clock clock) {
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  LocalDate date(Value value) {
    if (value.form() == Form.SPAN) return moved(value).toLocalDate();
    if (value.text().equalsIgnoreCase("today") || value.text().equalsIgnoreCase("hoy")) return today();
    try {
      return LocalDate.parse(value.text());
    } catch (DateTimeException e) {
      throw QueryField.unsuited(value, "no-date", "This is no date; write 2027-03-31, today, or a span such as 90d, -2w, 6m, 1y.", null);
    }
  }

  /** The exact moment of a span from now. */
  Instant moment(Value span) {
    return moved(span).toInstant();
  }

  private ZonedDateTime moved(Value span) {
    var text = span.text();
    var now = clock.instant().atZone(ZoneOffset.UTC);
    try {
      long n = Long.parseLong(text.substring(0, text.length() - 1));
      if (Math.abs(n) > MOST_DAYS) throw new NumberFormatException();
      return switch (text.substring(text.length() - 1).toLowerCase(Locale.ROOT)) {
        case "d" -> now.plusDays(n);
        case "w" -> now.plusWeeks(n);
        case "m" -> now.plusMonths(n);
        default -> within(now.plusYears(Math.clamp(n, -1_000, 1_000)));
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw QueryField.unsuited(span, "no-span", "This span is too long.", null);
    }
  }

  /** What DATETIME can hold. */
  private static ZonedDateTime within(ZonedDateTime time) {
    return time.getYear() < 1000 ? time.withYear(1000) : time.getYear() > 9999 ? time.withYear(9999) : time;
  }
}
