package org.enlacehub.campaign.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.enlacehub.campaign.Schedule;
import org.enlacehub.platform.i18n.Texts;

/** A schedule in one line, as people say it. */
public final class ScheduleWords {
  private ScheduleWords() {}

  public static String of(Schedule schedule, Texts t) {
    return switch (schedule) {
      case Schedule.Now() -> t.get("campaign.schedule.Now");
      case Schedule.Once(var at, var zone) -> t.get("campaign.when.once", day(at, t), zone(zone, t));
      case Schedule.Recurring r -> t.get("campaign.when.recurring", r.rrule(), r.at().toString(), zone(r.zone(), t));
      case Schedule.Relative r -> t.get("campaign.when.relative",
          r.offsets().stream().map(o -> offset(o, t)).collect(Collectors.joining(", ")), r.field(), r.at().toString(), zone(r.zone(), t));
    };
  }

  private static String offset(int days, Texts t) {
    return days == 0 ? t.get("campaign.when.sameDay") : t.get(days < 0 ? "campaign.when.before" : "campaign.when.after", Math.abs(days));
  }

  private static String day(LocalDateTime at, Texts t) {
    return DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.forLanguageTag(t.language())).format(at).replace(".", "");
  }

  private static String zone(String zone, Texts t) {
    return zone.equals(Schedule.RECIPIENT) || zone.equals(Schedule.CONSULATE) ? t.get("campaign.zone." + zone) : zone;
  }
}
