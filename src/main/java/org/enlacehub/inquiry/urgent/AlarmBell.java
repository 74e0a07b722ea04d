package org.enlacehub.inquiry.urgent;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.InquiryWatch;
import org.enlacehub.inquiry.Trail;
import org.enlacehub.inquiry.urgent.Alarm.Cause;
import org.enlacehub.platform.id.Ids;

/** Watches inquiries and rings for those that are urgent; stops when somebody takes the case, answers, or ends it. */
@Singleton
class AlarmBell implements InquiryWatch {
  private static final int MOST_CONCERNED = 5;
  private final AlarmRepository alarms;
  private final AlarmLog log;
  private final Climb climb;
  private final InquiryReader inquiries;
  private final Trail trail;
  private final Ids ids;
  private final Clock clock;

  AlarmBell(AlarmRepository alarms, AlarmLog log, Climb climb, InquiryReader inquiries, Trail trail, Ids ids, Clock clock) {
    this.alarms = alarms;
    this.log = log;
    this.climb = climb;
    this.inquiries = inquiries;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void changed(Change change) {
    var after = change.after();
    switch (change.what()) {
      case HEARD -> heard(change);
      case GRADED -> graded(change);
      case REOPENED -> ringWhenUrgent(after, Cause.AGAIN, Set.of());
      case TRANSFERRED -> transferred(after, change.by());
      case ANSWERED -> alarms.lockUnresolved(after.id()).forEach(alarm -> {
        taken(alarm, change.by());
        log.contacted(alarm, change.by());
        log.awaitWord(alarm);
      });
      case ASSIGNED -> {
        if (Objects.equals(after.ownerId(), change.by().staffId())) {
          alarms.lockUnresolved(after.id()).forEach(alarm -> taken(alarm, change.by()));
        }
      }
      case CHANGED -> { }
      case CLOSED -> alarms.lockUnresolved(after.id()).forEach(alarm -> log.resolved(alarm, change.by()));
    }
  }

  /** A person of severity 1 stopped writing: it rings again, for the one who has the case and for those on duty. */
  @Transactional
  void silent(long alarmId) {
    alarms.find(alarmId).filter(a -> a.inquiryId() != null).flatMap(a -> inquiries.hold(a.inquiryId())).ifPresent(inquiry ->
        alarms.lock(alarmId).filter(a -> a.silenceAt() != null && !a.silenceAt().isAfter(clock.instant())).ifPresent(alarm -> {
          alarms.awaitWord(alarmId, null);
          if (!inquiry.closed()) {
            ringWhenUrgent(inquiry, Cause.SILENCE, Set.of());
          }
        }));
  }

  private void heard(Change change) {
    var before = change.before();
    var after = change.after();
    if (before != null && before.urgent()) {
      alarms.lockUnresolved(after.id()).forEach(alarm -> alarms.awaitWord(alarm.id(), null));
    }
    if (before != null && before.closed()) {
      ringWhenUrgent(after, before.urgent() ? Cause.AGAIN : Cause.DANGER, change.concerned());
    } else if (before == null || after.severity() < before.severity()) {
      ringWhenUrgent(after, Cause.DANGER, change.concerned());
    } else if (!before.desk().equals(after.desk())) {
      ringWhenUrgent(after, Cause.TRANSFER, change.concerned());
    }
  }

  private void graded(Change change) {
    if (!change.after().urgent()) {
      alarms.lockUnresolved(change.after().id()).forEach(alarm -> log.stopped(alarm, change.by()));
    } else if (change.after().severity() < change.before().severity()) {
      ringWhenUrgent(change.after(), Cause.DANGER, Set.of());
    }
  }

  /** The new desk must take it, unless it came because one of its people just did. */
  private void transferred(Inquiry after, Actor by) {
    boolean taken = alarms.lockUnresolved(after.id()).stream().anyMatch(a -> Objects.equals(a.acceptedBy(), by.staffId()));
    if (!taken || !after.desk().equals(by.desk())) {
      ringWhenUrgent(after, Cause.TRANSFER, Set.of());
    }
  }

  private void ringWhenUrgent(Inquiry inquiry, Cause cause, Set<String> concerned) {
    if (!inquiry.urgent()) {
      return;
    }
    // The database keeps microseconds: what is due now must not be due in the next one.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var alarm = new Alarm(ids.next(), inquiry.id(), true, cause, inquiry.severity(), inquiry.category(), inquiry.reference(), inquiry.desk(),
        concerned.stream().limit(MOST_CONCERNED).toList(), null, now, 0, now, null, null, null, null, null, null);
    if (alarms.insert(alarm)) {
      trail.event(inquiry, Actor.system("alarm"), "alarm.raised", cause.name());
      climb.climb(alarm.id());
    } else {
      again(inquiry);
    }
  }

  /** It rings already: from the bottom again when it became graver or went to another desk, else as it was. */
  private void again(Inquiry inquiry) {
    for (var alarm : ringing(inquiry)) {
      if (inquiry.severity() < alarm.severity() || !inquiry.desk().equals(alarm.desk())) {
        alarms.restart(alarm.id(), inquiry.severity(), inquiry.category(), inquiry.desk(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        climb.climb(alarm.id());
      }
    }
  }

  private List<Alarm> ringing(Inquiry inquiry) {
    return alarms.lockUnresolved(inquiry.id()).stream().filter(Alarm::ringing).toList();
  }

  private void taken(Alarm alarm, Actor by) {
    if (alarm.ringing()) {
      log.accepted(alarm, by, null, null);
    }
  }
}
