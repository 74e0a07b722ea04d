package org.enlacehub.consulate;

import io.micronaut.core.annotation.Nullable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.platform.config.YamlMap;

/** Reads one roster: its people, and their turns by week and by date. */
final class RosterReader {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String NUMBER = "\\+[1-9][0-9]{6,14}";
  private final YamlMap map;
  private final Consulate consulate;
  private final Map<String, DutyPerson> people = new LinkedHashMap<>();

  RosterReader(YamlMap map, Consulate consulate) {
    this.map = map;
    this.consulate = consulate;
  }

  Roster read() {
    map.allowOnly("zone", "onlyInDemo", "people", "head", "weekly", "turns");
    map.map("people").ifPresentOrElse(all -> all.keys().forEach(key -> all.map(key).ifPresent(one -> people.put(key, person(key, one)))),
        () -> map.report("people", "The roster names nobody.", "Add 'people:' with a line for each person who can be called."));
    var head = map.text("head").map(key -> known(map, "head", key)).orElse(null);
    var weekly = map.maps("weekly").stream().flatMap(turn -> weekly(turn).stream()).toList();
    var dated = map.maps("turns").stream().flatMap(turn -> dated(turn).stream()).toList();
    overlaps(dated);
    if (weekly.isEmpty() && dated.isEmpty()) {
      map.report("weekly", "The roster has no turns: nobody is ever on duty.", "Add 'weekly:' or 'turns:'.");
    }
    return new Roster(consulate.code(), zone(), List.copyOf(people.values()), head, dated, weekly, map.flag("onlyInDemo").orElse(false));
  }

  private ZoneId zone() {
    var text = map.text("zone").orElse(consulate.zone().getId());
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      map.report("zone", "'" + text + "' is not a time zone.", "Write it like America/Los_Angeles, or leave it out for the mission's own.");
      return consulate.zone();
    }
  }

  private static DutyPerson person(String key, YamlMap one) {
    one.allowOnly("name", "account", "phone", "whatsapp");
    var account = one.requiredText("account").toLowerCase(java.util.Locale.ROOT);
    if (!account.isEmpty() && !account.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      one.report("account", "'" + account + "' is not an address.", "Write the address with which the person signs in.");
    }
    var phone = one.requiredText("phone").replaceAll("[ ()-]", "");
    if (!phone.isEmpty() && !phone.matches(NUMBER)) {
      one.report("phone", "'" + phone + "' is not a telephone number.", "Write it in quotes with + and the country, like \"+12135550131\".");
    }
    return new DutyPerson(key, one.requiredText("name"), account, phone, one.flag("whatsapp").orElse(false));
  }

  private Optional<Turn> weekly(YamlMap turn) {
    turn.allowOnly("who", "backup", "days", "from", "to");
    var days = days(turn);
    var from = time(turn, "from");
    var to = time(turn, "to");
    return turn(turn, days.isEmpty() || from.isEmpty() || to.isEmpty() ? null : new Turn.Weekly(days, from.get(), to.get()));
  }

  private Optional<Turn> dated(YamlMap turn) {
    turn.allowOnly("who", "backup", "from", "to");
    var from = instant(turn, "from");
    var to = instant(turn, "to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      turn.report("to", "The turn ends before it begins.", "Swap the two.");
      return Optional.empty();
    }
    return turn(turn, from.isEmpty() || to.isEmpty() ? null : new Turn.Once(from.get(), to.get()));
  }

  private Optional<Turn> turn(YamlMap turn, Turn.@Nullable When when) {
    var who = known(turn, "who", turn.requiredText("who"));
    var backup = turn.text("backup").map(key -> known(turn, "backup", key)).orElse(null);
    if (who != null && who.equals(backup)) {
      turn.report("backup", "'" + who.key() + "' cannot stand in for themselves.", "Name somebody else, or leave 'backup' out.");
    }
    return who == null || when == null ? Optional.empty() : Optional.of(new Turn(who, backup, when));
  }

  private @Nullable DutyPerson known(YamlMap at, String key, String name) {
    if (!name.isEmpty() && !people.containsKey(name)) {
      at.report(key, "'" + name + "' is not among the people of this roster.",
          Spelling.nearest(name, people.keySet()).map(n -> "Did you mean " + n + "?").orElse("Add them under 'people:'."));
    }
    return people.get(name);
  }

  /** {@code mon-fri}, {@code sat} or a list of such. */
  private static Set<DayOfWeek> days(YamlMap turn) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var text : turn.texts("days")) {
      var ends = text.split("-", 2);
      int first = DAYS.indexOf(ends[0].strip());
      int last = DAYS.indexOf(ends[ends.length - 1].strip());
      if (first < 0 || last < 0) {
        turn.report("days", "'" + text + "' is not a day.", "Write days like mon, sat or mon-fri.");
        return Set.of();
      }
      for (int day = first; ; day = (day + 1) % DAYS.size()) {
        days.add(DayOfWeek.of(day + 1));
        if (day == last) {
          break;
        }
      }
    }
    if (days.isEmpty()) {
      turn.report("days", "The key 'days' is missing.", "Write days like mon-fri.");
    }
    return days;
  }

  private static Optional<LocalTime> time(YamlMap turn, String key) {
    var text = turn.requiredText(key);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text));
    } catch (DateTimeException e) {
      turn.report(key, "'" + text + "' is not a time of day.", "Write it in quotes like \"08:00\"; \"24:00\" ends the day.");
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> instant(YamlMap turn, String key) {
    var text = turn.requiredText(key);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      turn.report(key, "'" + text + "' is not a date with a time.", "Write it in quotes like \"2027-01-31T18:00\".");
      return Optional.empty();
    }
  }

  private void overlaps(List<Turn> dated) {
    var ranges = new ArrayList<Turn.Once>();
    for (var turn : dated) {
      if (turn.when() instanceof Turn.Once range) {
        if (ranges.stream().anyMatch(other -> range.from().isBefore(other.to()) && other.from().isBefore(range.to()))) {
          map.report("turns", "Two turns with dates overlap at " + range.from() + ".", "End the one where the other begins.");
        }
        ranges.add(range);
      }
    }
  }
}
