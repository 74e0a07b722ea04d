package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Staffs;
import org.enlacehub.consulate.DutyPerson;
import org.enlacehub.consulate.Rosters;
import org.enlacehub.inquiry.urgent.Alarm;
import org.enlacehub.inquiry.urgent.AlarmStep;
import org.enlacehub.inquiry.urgent.Alarms;

/** Alarms with their steps in the words of the page: who by name, and calls of one moment to one person as one line. */
@Singleton
public class AlarmHistory {
  private final Alarms alarms;
  private final Rosters rosters;
  private final Staffs staffs;
  private final Desks desks;

  AlarmHistory(Alarms alarms, Rosters rosters, Staffs staffs, Desks desks) {
    this.alarms = alarms;
    this.rosters = rosters;
    this.staffs = staffs;
    this.desks = desks;
  }

  /**
   * An alarm as it is told.
   *
   * @param acceptedBy name; null while nobody did
   */
  public record Told(Alarm alarm, String deskName, @Nullable String acceptedBy, List<ToldStep> steps) {}

  /**
   * A step as it is told.
   *
   * @param who name of the one who was called or who acted; null for nobody and for the product itself
   * @param ways codes of the channels by which they were called
   */
  public record ToldStep(AlarmStep step, @Nullable String who, List<String> ways) {}

  List<Told> tell(List<Alarm> all) {
    var steps = alarms.steps(all);
    var ids = new HashSet<Long>();
    steps.stream().map(AlarmStep::staffId).filter(Objects::nonNull).forEach(ids::add);
    all.stream().map(Alarm::acceptedBy).filter(Objects::nonNull).forEach(ids::add);
    var names = new HashMap<Long, String>();
    staffs.findAll(ids).values().forEach(s -> names.put(s.id(), s.name()));
    var byAlarm = steps.stream().collect(Collectors.groupingBy(AlarmStep::alarmId));
    return all.stream().map(a -> new Told(a, desks.name(a.desk()), names.get(a.acceptedBy()), tell(byAlarm.getOrDefault(a.id(), List.of()), names)))
        .toList();
  }

  private List<ToldStep> tell(List<AlarmStep> steps, Map<Long, String> names) {
    var told = new ArrayList<ToldStep>();
    for (var step : steps) {
      var way = step.channel() == null ? List.<String>of() : List.of(step.channel().code());
      var last = told.isEmpty() ? null : told.getLast();
      if (last != null && step.channel() != null && sameCall(last.step(), step)) {
        var ways = new ArrayList<>(last.ways());
        ways.addAll(way);
        told.set(told.size() - 1, new ToldStep(last.step(), last.who(), ways));
      } else {
        told.add(new ToldStep(step, who(step, names), way));
      }
    }
    return told;
  }

  private static boolean sameCall(AlarmStep a, AlarmStep b) {
    return a.what() == b.what() && a.called() == b.called() && a.at().equals(b.at()) && Objects.equals(a.person(), b.person())
        && Objects.equals(a.staffId(), b.staffId());
  }

  private @Nullable String who(AlarmStep step, Map<Long, String> names) {
    if (step.staffId() != null && names.containsKey(step.staffId())) {
      return names.get(step.staffId());
    }
    return rosters.all().stream().flatMap(r -> r.people().stream()).filter(p -> p.key().equals(step.person())).map(DutyPerson::name)
        .findFirst().orElse(step.person());
  }
}
