package org.enlacehub.inquiry.urgent;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.Channel;
import org.enlacehub.inquiry.Inquiries;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Protection;
import org.enlacehub.inquiry.urgent.Alarm.Cause;
import org.enlacehub.platform.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alarms for those who are called: which ring, taking one, saying that the person was reached, and exercising without alarming anybody. */
@Singleton
public class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final int STEPS_AT_ONCE = 200;
  private static final Duration ANSWERABLE = Duration.ofDays(1);
  private static final int DRILL_SEVERITY = 1;
  private static final String DRILL_CATEGORY = "UNK";
  private static final String DRILL_REFERENCE = "SIMULACRO";
  private final AlarmRepository alarms;
  private final AlarmStepRepository steps;
  private final AlarmLog log;
  private final AlarmBell bell;
  private final Climb climb;
  private final DutyCall duty;
  private final Inquiries inquiries;
  private final InquiryReader reader;
  private final Protection protection;
  private final Staffs staffs;
  private final Consulates consulates;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Alarms(AlarmRepository alarms, AlarmStepRepository steps, AlarmLog log, AlarmBell bell, Climb climb, DutyCall duty, Inquiries inquiries,
      InquiryReader reader, Protection protection, Staffs staffs, Consulates consulates, AuditLog audit, Ids ids, Clock clock) {
    this.alarms = alarms;
    this.steps = steps;
    this.log = log;
    this.bell = bell;
    this.climb = climb;
    this.duty = duty;
    this.inquiries = inquiries;
    this.reader = reader;
    this.protection = protection;
    this.staffs = staffs;
    this.consulates = consulates;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** How trying to take an alarm ended. */
  public enum Taking {
    /** It is the caller's. */
    YOURS,
    /** Somebody else was quicker, or it ended. */
    TAKEN,
    /** There is none for the caller. */
    NOT_HERE
  }

  /** Takes due steps of all alarms, and rings again for the silent; each in a transaction of its own. For the job. */
  void run() {
    var now = clock.instant();
    alarms.due(now, STEPS_AT_ONCE).forEach(id -> apart(id, climb::climb));
    alarms.silent(now, STEPS_AT_ONCE).forEach(id -> apart(id, bell::silent));
  }

  /** What goes wrong with one alarm must not silence the others; it is due again at the next look. */
  private static void apart(long id, LongConsumer step) {
    try {
      step.accept(id);
    } catch (RuntimeException e) {
      LOG.error("Alarm {} could not take its step; it is tried again", id, e);
    }
  }

  /** What rings for the actor now, gravest first: at their desk, where they were called, and their own drills. */
  @Transactional
  public List<Alarm> ringingFor(Actor actor) {
    return actor.staffId() == 0 ? List.of() : alarms.ringingFor(actor.staffId(), actor.desk() == null ? "" : actor.desk());
  }

  @Transactional
  public Optional<Alarm> find(long alarmId) {
    return alarms.find(alarmId);
  }

  /** The newest alarms at the actor's desks, for the record. */
  @Transactional
  public List<Alarm> newest(Actor actor, int limit) {
    return alarms.newest(actor.scope(), actor.staffId(), limit);
  }

  /** Those of an inquiry that the caller may see, newest first. */
  @Transactional
  public List<Alarm> of(long inquiryId) {
    return alarms.ofInquiry(inquiryId);
  }

  /** What these alarms did and what was done about them, in order. */
  @Transactional
  public List<AlarmStep> steps(List<Alarm> of) {
    return steps.of(of.stream().map(Alarm::id).toList());
  }

  /**
   * Takes the case: nobody is called any more, and the inquiry is the actor's. Whoever takes it for another desk, as the ministry's
   * officers may when the mission does not answer, takes it to their own.
   */
  @Transactional
  public Taking take(long alarmId, Actor actor) {
    var found = alarms.find(alarmId).filter(alarm -> mayTake(alarm, actor));
    return found.isEmpty() ? Taking.NOT_HERE : accept(found.get(), actor, null, null);
  }

  /**
   * Whether a message is the answer "1" of somebody who was called, and then takes the case for them. Asked before anything else is made
   * of an arrival; false for everything that is not such an answer.
   *
   * @param from E.164, or a mail address in lower case
   */
  @Transactional
  public Optional<Taking> answered(Channel channel, String from, String text) {
    if (!text.strip().lines().findFirst().orElse("").strip().equals("1")) {
      return Optional.empty();
    }
    return steps.callTo(duty.addressKey(from), clock.instant().minus(ANSWERABLE)).flatMap(call -> alarms.find(call.alarmId()).map(alarm -> {
      var staff = call.staffId() == null ? Optional.<Staff>empty() : staffs.find(call.staffId()).filter(Staff::active);
      var taking = accept(alarm, staff.map(Staff::actor).orElse(null), call.person(), channel);
      duty.confirm(alarm, taking, channel, from, staff);
      return taking;
    }));
  }

  private Taking accept(Alarm found, @Nullable Actor actor, @Nullable String person, @Nullable Channel channel) {
    // The inquiry's row first, as everyone does who changes both.
    var inquiry = found.inquiryId() == null ? null : reader.hold(found.inquiryId()).orElse(null);
    var alarm = alarms.lock(found.id()).filter(Alarm::ringing);
    if (alarm.isEmpty()) {
      return Taking.TAKEN;
    }
    log.accepted(alarm.get(), actor, person, channel);
    if (actor != null) {
      audit.record(actor, "alarm.accept", "alarm", found.id(), alarm.get().reference());
      if (inquiry != null) {
        protection.admit(inquiry, actor);
        if (!actor.scope().covers(inquiry.desk()) && actor.desk() != null) {
          inquiries.takeOver(inquiry.id(), actor, actor.desk());
        }
        inquiries.assign(inquiry.id(), actor, actor.staffId());
      }
    }
    return Taking.YOURS;
  }

  /** The officer reached the person by other means than an answer here, such as a call. False when the inquiry is not at their desk. */
  @Transactional
  public boolean contacted(long inquiryId, Actor actor) {
    return reader.find(inquiryId, actor).flatMap(i -> reader.hold(i.id())).map(inquiry -> {
      alarms.lockUnresolved(inquiryId).forEach(alarm -> {
        log.contacted(alarm, actor);
        log.awaitWord(alarm);
      });
      audit.record(actor, "alarm.contact", "inquiry", inquiryId, "");
      return true;
    }).orElse(false);
  }

  /**
   * Exercises the protocol at a desk: the steps of severity 1 run in seconds instead of minutes, and nobody is called. False when the desk
   * is not the actor's.
   */
  @Transactional
  public boolean drill(Actor actor, String desk) {
    if (consulates.byCode(desk).isEmpty() || !actor.scope().covers(desk) || actor.staffId() == 0) {
      return false;
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var alarm = new Alarm(ids.next(), null, true, Cause.DRILL, DRILL_SEVERITY, DRILL_CATEGORY, DRILL_REFERENCE, desk, List.of(), actor.staffId(),
        now, 0, now, null, null, null, null, null, null);
    alarms.insert(alarm);
    climb.climb(alarm.id());
    audit.record(actor, "alarm.drill", "alarm", alarm.id(), desk);
    return true;
  }

  /** Whom it rings for; a drill is only its author's. */
  private boolean mayTake(Alarm alarm, Actor actor) {
    if (alarm.drill()) {
      return alarm.drillBy() != null && alarm.drillBy() == actor.staffId();
    }
    return steps.called(alarm.id(), actor.staffId())
        || (actor.scope().covers(alarm.desk()) || alarm.concerned().contains(actor.desk())) && protection.shows(alarm.inquiryId(), actor);
  }
}
