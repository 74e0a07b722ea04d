package org.enlacehub.inquiry.urgent;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.consulate.DutyPerson;
import org.enlacehub.consulate.Roster;
import org.enlacehub.consulate.Rosters;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.Priority;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.urgent.AlarmStep.What;
import org.enlacehub.platform.crypto.BlindIndex;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.platform.settings.Settings;
import org.enlacehub.template.StandardValues;

/**
 * Calls those whom a step means, by every way that their roster gives: SMS, WhatsApp, mail; the console shows the alarm by itself. The
 * messages hold a reference and a category, nothing of the person. In a drill nothing leaves: the record says who would have been called.
 */
@Singleton
class DutyCall {
  /** A call that could not leave for so long would only confuse. */
  private static final Duration EXPIRES = Duration.ofHours(1);
  private final Rosters rosters;
  private final Consulates consulates;
  private final Staffs staffs;
  private final InquiryReader inquiries;
  private final AlarmStepRepository steps;
  private final Outbox outbox;
  private final StandardValues standard;
  private final Languages languages;
  private final Settings settings;
  private final BlindIndex index;
  private final Ids ids;
  private final Clock clock;

  DutyCall(Rosters rosters, Consulates consulates, Staffs staffs, InquiryReader inquiries, AlarmStepRepository steps, Outbox outbox,
      StandardValues standard, Languages languages, Settings settings, BlindIndex index, Ids ids, Clock clock) {
    this.rosters = rosters;
    this.consulates = consulates;
    this.staffs = staffs;
    this.inquiries = inquiries;
    this.steps = steps;
    this.outbox = outbox;
    this.standard = standard;
    this.languages = languages;
    this.settings = settings;
    this.index = index;
    this.ids = ids;
    this.clock = clock;
  }

  /** Somebody to call, by a roster or by their account alone. */
  private record Target(String desk, @Nullable DutyPerson person, @Nullable Staff staff) {
    String who() {
      return person != null ? person.account() : staff.email();
    }
  }

  /**
   * Calls whom a step means.
   *
   * @param already addresses of accounts that were called a moment ago, which are not called twice; grows
   * @return false when there is nobody
   */
  boolean call(Alarm alarm, Called called, What what, Set<String> already) {
    var targets = targets(alarm, called);
    if (targets.isEmpty()) {
      steps.insert(new AlarmStep(ids.next(), alarm.id(), clock.instant(), What.NOBODY, called, deskOf(alarm, called), null, null, null, null, null));
    }
    for (var target : targets) {
      if (already.add(target.who())) {
        call(alarm, called, what, target);
      }
    }
    return !targets.isEmpty();
  }

  /** The form in which the addresses of those on duty are looked up. */
  byte[] addressKey(String address) {
    return index.of("duty", address.toLowerCase(Locale.ROOT));
  }

  /** Tells who answered "1" what came of it, by the same way. */
  void confirm(Alarm alarm, Alarms.Taking taking, Channel channel, String address, Optional<Staff> staff) {
    var language = staff.map(Staff::language).orElse(Languages.OFFERED.getFirst());
    var text = languages.texts(language).get("inquiry.alarm.reply." + taking, alarm.reference(), settings.publicUrl() + "/bandeja/" + alarm.inquiryId());
    outbox.enqueue(NewMessage.toAddress(address, channel, Content.text(language, text))
        .with(Purpose.SERVICE, Priority.REPLY, Quiet.NONE).inLanguage(language).asAutomatic());
  }

  private void call(Alarm alarm, Called called, What what, Target target) {
    var person = target.person();
    if (person != null) {
      send(alarm, called, what, target, Channel.SMS, person.phone());
      if (person.whatsapp()) {
        send(alarm, called, what, target, Channel.WHATSAPP, person.phone());
      }
    }
    send(alarm, called, what, target, Channel.EMAIL, target.who());
  }

  private void send(Alarm alarm, Called called, What what, Target target, Channel channel, String address) {
    var now = clock.instant();
    Long messageId = alarm.drill() ? null : (Long) outbox.enqueue(message(alarm, target, channel, address, now));
    steps.insert(new AlarmStep(ids.next(), alarm.id(), now, what, called, target.desk(), target.person() == null ? null : target.person().key(),
        target.staff() == null ? null : target.staff().id(), channel, messageId, alarm.drill() ? null : addressKey(address)));
  }

  private NewMessage message(Alarm alarm, Target target, Channel channel, String address, Instant now) {
    var language = target.staff() == null ? Languages.OFFERED.getFirst() : target.staff().language();
    var values = new HashMap<>(standard.of(target.desk(), null));
    values.put("severity", alarm.severity());
    values.put("category", languages.texts(language).get("inquiry.category." + alarm.category()));
    values.put("reference", alarm.reference());
    values.put("case_link", settings.publicUrl() + "/bandeja/" + alarm.inquiryId());
    return NewMessage.toAddress(address, channel, Content.template("alerta-turno", values)).with(Purpose.SERVICE, Priority.EMERGENCY, Quiet.NONE)
        .inLanguage(language).between(null, now.plus(EXPIRES)).asAutomatic();
  }

  private List<Target> targets(Alarm alarm, Called called) {
    var desk = deskOf(alarm, called);
    return switch (called) {
      case DUTY, MINISTRY -> onDuty(desk).map(Roster.OnDuty::first).map(p -> target(desk, p)).stream().toList();
      case BACKUP -> onDuty(desk).map(Roster.OnDuty::backup).map(p -> target(desk, p)).stream().toList();
      case HEAD, DIRECTOR -> rosters.of(desk).map(Roster::head).map(p -> target(desk, p)).stream().toList();
      case CONCERNED -> alarm.concerned().stream()
          .flatMap(other -> onDuty(other).map(Roster.OnDuty::first).map(p -> target(other, p)).stream()).toList();
      case OWNER -> owner(alarm).stream().toList();
    };
  }

  private Optional<Target> owner(Alarm alarm) {
    var inquiry = alarm.inquiryId() == null ? Optional.<Inquiry>empty() : inquiries.hold(alarm.inquiryId());
    return inquiry.filter(i -> i.ownerId() != null).flatMap(i -> staffs.find(i.ownerId())).filter(Staff::active)
        .map(staff -> new Target(alarm.desk(), rosters.all().stream().flatMap(r -> r.people().stream())
            .filter(p -> p.account().equals(staff.email())).findFirst().orElse(null), staff));
  }

  private Optional<Roster.OnDuty> onDuty(String desk) {
    return rosters.of(desk).flatMap(roster -> roster.at(clock.instant()));
  }

  private Target target(String desk, DutyPerson person) {
    return new Target(desk, person, staffs.findByEmail(person.account()).filter(Staff::active).orElse(null));
  }

  private String deskOf(Alarm alarm, Called called) {
    return called == Called.MINISTRY || called == Called.DIRECTOR ? consulates.centralDesk().code() : alarm.desk();
  }
}
