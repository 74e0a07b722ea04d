package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * When people are not disturbed, by country; and when they may be again. Days with 23 or 25 hours are right, since the end of the
 * quiet hours is looked up on the recipient's own calendar.
 */
public final class QuietHours {
  private final Quiet.Hours usual;
  private final Map<String, Quiet.Hours> byCountry;
  private final ZoneId zone;

  /** @param zone of people of whom none is known */
  QuietHours(Quiet.Hours usual, Map<String, Quiet.Hours> byCountry, ZoneId zone) {
    this.usual = usual;
    this.byCountry = Map.copyOf(byCountry);
    this.zone = zone;
  }

  /** The hours of a country. */
  public Quiet.Hours of(@Nullable String country) {
    return country == null ? usual : byCountry.getOrDefault(country, usual);
  }

  /** The zone that stands in where none is known. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * The first moment from {@code now} on at which a message may arrive: {@code now} itself outside quiet hours.
   *
   * @param recipientZone null when neither place nor number tell one
   */
  public Instant next(Instant now, Quiet quiet, @Nullable String country, @Nullable ZoneId recipientZone) {
    return switch (quiet) {
      case Quiet.None() -> now;
      case Quiet.OfCountry() -> next(now, of(country), recipientZone == null ? zone : recipientZone);
      case Quiet.Hours hours -> next(now, hours, recipientZone == null ? zone : recipientZone);
    };
  }

  private static Instant next(Instant now, Quiet.Hours hours, ZoneId zone) {
    var local = now.atZone(zone);
    if (!covers(hours, local.toLocalTime())) {
      return now;
    }
    LocalDate day = local.toLocalDate();
    // A gap moves the end forward; an overlap takes its first pass.
    var end = ZonedDateTime.of(day, hours.to(), zone);
    return (end.toInstant().isAfter(now) ? end : ZonedDateTime.of(day.plusDays(1), hours.to(), zone)).toInstant();
  }

  private static boolean covers(Quiet.Hours hours, LocalTime time) {
    if (hours.from().equals(hours.to())) {
      return false;
    }
    return hours.from().isBefore(hours.to())
        ? !time.isBefore(hours.from()) && time.isBefore(hours.to())
        : !time.isBefore(hours.from()) || time.isBefore(hours.to());
  }
}
