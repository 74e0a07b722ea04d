package org.enlacehub.inquiry.urgent;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Channel;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Trail;
import org.enlacehub.inquiry.urgent.AlarmStep.What;
import org.enlacehub.platform.id.Ids;

/** What becomes of an alarm, each with its step on the record; the caller holds the alarm's row. */
@Singleton
class AlarmLog {
  private final AlarmRepository alarms;
  private final AlarmStepRepository steps;
  private final AlarmRules rules;
  private final InquiryReader inquiries;
  private final Trail trail;
  private final Ids ids;
  private final Clock clock;

  AlarmLog(AlarmRepository alarms, AlarmStepRepository steps, AlarmRules rules, InquiryReader inquiries, Trail trail, Ids ids, Clock clock) {
    this.alarms = alarms;
    this.steps = steps;
    this.rules = rules;
    this.inquiries = inquiries;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Somebody takes the case: nobody is called any more.
   *
   * @param person key in a roster, for whom has no account
   * @param channel by which they said so; null for the console
   */
  @Transactional
  void accepted(Alarm alarm, @Nullable Actor by, @Nullable String person, @Nullable Channel channel) {
    var now = clock.instant();
    Long staffId = by == null || by.staffId() == 0 ? null : (Long) by.staffId();
    alarms.quiet(alarm.id(), now, staffId);
    write(alarm, What.ACCEPT, person, staffId, channel);
    if (!alarm.drill()) {
      awaitWord(alarm);
      inThread(alarm, by, "alarm.accepted");
    }
  }

  /** The person was reached: by an answer, or as the officer says. */
  @Transactional
  void contacted(Alarm alarm, Actor by) {
    if (alarm.contactedAt() == null) {
      alarms.contacted(alarm.id(), clock.instant(), by.staffId() == 0 ? null : by.staffId());
      write(alarm, What.CONTACT, null, by.staffId(), null);
      inThread(alarm, by, "alarm.contacted");
    }
  }

  @Transactional
  void resolved(Alarm alarm, Actor by) {
    if (alarm.ringing()) {
      alarms.quiet(alarm.id(), null, null);
    }
    alarms.resolved(alarm.id(), clock.instant());
    write(alarm, What.RESOLVE, null, by.staffId(), null);
  }

  /** An officer judged it less grave: nobody needs to come. */
  @Transactional
  void stopped(Alarm alarm, Actor by) {
    if (alarm.ringing()) {
      alarms.quiet(alarm.id(), null, null);
      write(alarm, What.STOP, null, by.staffId(), null);
    }
    alarms.awaitWord(alarm.id(), null);
  }

  /** From now on the person's next word is awaited; its absence is an alarm of its own. */
  @Transactional
  void awaitWord(Alarm alarm) {
    if (alarm.severity() == 1) {
      alarms.awaitWord(alarm.id(), clock.instant().plus(rules.silence()));
    }
  }

  void inThread(Alarm alarm, @Nullable Actor by, String act) {
    if (alarm.inquiryId() != null) {
      inquiries.hold(alarm.inquiryId()).ifPresent((Inquiry i) -> trail.event(i, by == null ? Actor.system("alarm") : by, act, null));
    }
  }

  private void write(Alarm alarm, What what, @Nullable String person, @Nullable Long staffId, @Nullable Channel channel) {
    steps.insert(new AlarmStep(ids.next(), alarm.id(), clock.instant(), what, null, null, person,
        staffId == null || staffId == 0 ? null : staffId, channel, null, null));
  }
}
