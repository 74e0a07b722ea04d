package org.enlacehub.inquiry.urgent;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.enlacehub.inquiry.urgent.AlarmRules.Step;
import org.enlacehub.inquiry.urgent.AlarmStep.What;

/** Takes an alarm's steps when their time has come: everyone who was called before is called again, and one more. */
@Singleton
class Climb {
  /** A drill runs through its minutes in seconds. */
  private static final int DRILL_SPEED = 60;
  private final AlarmRepository alarms;
  private final DutyCall duty;
  private final AlarmRules rules;
  private final Clock clock;

  Climb(AlarmRepository alarms, DutyCall duty, AlarmRules rules, Clock clock) {
    this.alarms = alarms;
    this.duty = duty;
    this.rules = rules;
    this.clock = clock;
  }

  /** Does nothing when nothing is due, or somebody accepted. The steps, their messages and the time of the next one commit together. */
  @Transactional
  void climb(long alarmId) {
    var now = clock.instant();
    alarms.lock(alarmId).filter(a -> a.ringing() && a.nextAt() != null && !a.nextAt().isAfter(now)).ifPresent(alarm -> {
      var all = rules.steps().get(alarm.severity());
      int done = call(alarm, all, now);
      alarms.stepped(alarm.id(), done, done < all.size() ? time(alarm, all.get(done)) : now.plus(scaled(alarm, rules.repeat().get(alarm.severity()))));
    });
  }

  /** How many steps are done after all that are due, and after those that found nobody. */
  private int call(Alarm alarm, List<Step> all, Instant now) {
    var already = new HashSet<String>();
    int done = alarm.stepsDone();
    for (var before : all.subList(0, Math.min(done, all.size()))) {
      duty.call(alarm, before.called(), What.REPEAT, already);
    }
    if (done == 0) {
      beginning(alarm, already);
    }
    boolean found = true;
    while (done < all.size() && (!found || !time(alarm, all.get(done)).isAfter(now))) {
      found = duty.call(alarm, all.get(done).called(), What.CALL, already);
      done++;
    }
    return done;
  }

  /** Who must know from the first moment beside those on duty: the owner when it rings again, and the other missions. */
  private void beginning(Alarm alarm, HashSet<String> already) {
    if (alarm.cause() == Alarm.Cause.AGAIN || alarm.cause() == Alarm.Cause.SILENCE) {
      duty.call(alarm, Called.OWNER, What.CALL, already);
    }
    if (!alarm.concerned().isEmpty()) {
      duty.call(alarm, Called.CONCERNED, What.CALL, already);
    }
  }

  private static Instant time(Alarm alarm, Step step) {
    return alarm.raisedAt().plus(scaled(alarm, step.after()));
  }

  private static Duration scaled(Alarm alarm, Duration real) {
    return alarm.drill() ? real.dividedBy(DRILL_SPEED) : real;
  }
}
