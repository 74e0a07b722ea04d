package org.enlacehub.consulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlacehub.consulate.WorkingTime.Span;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/consulates/hours.yml}: a week for all, other weeks for some, and closures with their substitutes. */
final class HoursReader {
  private static final Map<String, DayOfWeek> DAYS = Map.of("mon", DayOfWeek.MONDAY, "tue", DayOfWeek.TUESDAY, "wed",
      DayOfWeek.WEDNESDAY,
      "thu", DayOfWeek.THURSDAY, "fri", DayOfWeek.FRIDAY, "sat", DayOfWeek.SATURDAY, "sun", DayOfWeek.SUNDAY);

  private record Week(Map<DayOfWeek, List<Span>> spans, boolean verified) {}

  private final List<Consulate> consulates;
  private final Map<String, List<Holiday>> holidays;
  private final List<Closure> closures = new ArrayList<>();
  private final Map<String, Week> own = new HashMap<>();
  private Week usual = new Week(Map.of(), false);

  HoursReader(ConfigFolders folders, List<Consulate> consulates, Map<String, List<Holiday>> holidays, Findings findings) {
    this.consulates = consulates;
    this.holidays = holidays;
    var file = folders.config().resolve("consulates").resolve("hours.yml");
    YamlFile.read(file, folders.display(file), findings).ifPresent(this::read);
  }

  List<Closure> closures() {
    return List.copyOf(closures);
  }

  /** By mission: its own week or the usual one, less the holidays of the home country and of the one where it stands. */
  Map<String, WorkingTime> workingTimes() {
    var home = consulates.stream().filter(Consulate::central).map(Consulate::country).findFirst().orElse("");
    var result = new HashMap<String, WorkingTime>();
    for (var consulate : consulates) {
      var week = own.getOrDefault(consulate.code(), usual);
      var observed = Stream.of(home, consulate.country()).distinct().flatMap(c -> holidays.getOrDefault(c, List.of()).stream())
          .toList();
      var closed = closures.stream().filter(c -> c.consulate().equals(consulate.code())).toList();
      result.put(consulate.code(), new WorkingTime(consulate.zone(), week.spans(), day -> closed.stream()
          .anyMatch(c -> c.covers(day))
          || observed.stream().anyMatch(h -> h.in(day.getYear()).equals(day)), week.verified()));
    }
    return result;
  }

  private void read(YamlMap map) {
    map.allowOnly("default", "consulates", "closures");
    usual = map.map("default").map(this::week).orElse(usual);
    map.map("consulates").ifPresent(all -> all.keys().forEach(code -> {
      known(all, code, code);
      all.map(code).ifPresent(m -> own.put(code, week(m)));
    }));
    map.maps("closures").forEach(this::closure);
  }

  private Week week(YamlMap map) {
    map.allowOnly("verified", "hours");
    var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    map.map("hours").ifPresent(hours -> {
      hours.allowOnly("mon", "tue", "wed", "thu", "fri", "sat", "sun");
      hours.keys().stream().filter(DAYS::containsKey)
          .forEach(day -> spans.put(DAYS.get(day), hours.texts(day).stream().flatMap(t -> span(hours, day, t).stream())
              .toList()));
    });
    return new Week(spans, map.flag("verified").orElse(false));
  }

  private static Optional<Span> span(YamlMap hours, String day, String text) {
    try {
      var parts = text.split("-", 2);
      var span = new Span(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[parts.length - 1].strip()));
      if (span.from().isBefore(span.to())) {
        return Optional.of(span);
      }
    } catch (DateTimeParseException e) {
      // reported below, as for an end before its beginning
    }
    hours.report(day, "'" + text + "' is not a time of opening.", "Write it in quotes like \"08:00-16:00\".");
    return Optional.empty();
  }

  private void closure(YamlMap map) {
    map.allowOnly("consulate", "from", "to", "substitute", "reason");
    var code = map.requiredText("consulate");
    var substitute = map.requiredText("substitute");
    known(map, "consulate", code);
    known(map, "substitute", substitute);
    var from = date(map, "from");
    var to = date(map, "to");
    if (from.isPresent() && to.isPresent()) {
      if (to.get().isBefore(from.get())) {
        map.report("to", "The closure ends before it begins.", "Swap the two days.");
      }
      closures.add(new Closure(code, from.get(), to.get(), substitute, map.text("reason").orElse("")));
    }
  }

  private void known(YamlMap map, String key, String code) {
    var codes = consulates.stream().map(Consulate::code).toList();
    if (!code.isEmpty() && !codes.contains(code)) {
      map.report(key, "No mission has the code '" + code + "'.",
          Spelling.nearest(code, codes).map(n -> "Did you mean " + n + "?").orElse("Use a code of consulates.csv."));
    }
  }

  private static Optional<LocalDate> date(YamlMap map, String key) {
    try {
      return Optional.of(LocalDate.parse(map.requiredText(key)));
    } catch (DateTimeParseException e) {
      map.report(key, "'" + key + "' is not a date.", "Write it as 2027-01-31.");
      return Optional.empty();
    }
  }
}
