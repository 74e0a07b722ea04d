package org.enlacehub.inquiry.urgent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlacehub.account.DeskScope;
import org.enlacehub.consulate.Consulate;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.consulate.DutyPerson;
import org.enlacehub.consulate.Roster;
import org.enlacehub.consulate.Roster.Gap;
import org.enlacehub.consulate.Rosters;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Purpose;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.delivery.Priority;
import org.enlacehub.delivery.Quiet;
import org.enlacehub.platform.i18n.Languages;

/** Whether somebody is on duty at each mission, now and soon; an hour that nobody covers is told before it comes. */
@Singleton
public class Cover {
  private final Rosters rosters;
  private final Consulates consulates;
  private final AlarmRules rules;
  private final Outbox outbox;
  private final Languages languages;
  private final Clock clock;

  Cover(Rosters rosters, Consulates consulates, AlarmRules rules, Outbox outbox, Languages languages, Clock clock) {
    this.rosters = rosters;
    this.consulates = consulates;
    this.rules = rules;
    this.outbox = outbox;
    this.languages = languages;
    this.clock = clock;
  }

  /**
   * A mission's guard.
   *
   * @param now empty when nobody is on duty at this moment
   * @param until when that changes, or the end of what was looked at
   * @param gaps hours without anybody that begin soon
   */
  public record Guard(Consulate mission, Optional<Roster.OnDuty> now, Instant until, List<Gap> gaps) {}

  /** The missions with a roster that lie in a scope. */
  public List<Guard> guards(DeskScope scope) {
    var now = clock.instant();
    var soon = now.plus(rules.uncovered());
    var all = new ArrayList<Guard>();
    for (var roster : rosters.all()) {
      if (scope.covers(roster.consulate())) {
        var first = roster.stretches(now, soon).stream().findFirst().filter(s -> s.from().equals(now));
        all.add(new Guard(consulates.byCode(roster.consulate()).orElseThrow(), roster.at(now), first.map(Roster.Stretch::to).orElse(soon),
            roster.gaps(now, soon)));
      }
    }
    return all;
  }

  /** Missions of a scope without a roster: the ministry's situation desk is called for them at once. */
  public List<Consulate> unguarded(DeskScope scope) {
    return consulates.all().stream().filter(c -> scope.covers(c.code()) && rosters.of(c.code()).isEmpty()).toList();
  }

  /** Tells the heads, and the ministry's desk, of hours that nobody will cover; once a mission and day. */
  void warn() {
    for (var guard : guards(new DeskScope.All())) {
      guard.gaps().stream().findFirst().ifPresent(gap -> warn(guard.mission(), gap));
    }
  }

  private void warn(Consulate mission, Gap gap) {
    var head = rosters.of(mission.code()).map(Roster::head);
    var ministry = rosters.of(consulates.centralDesk().code()).flatMap(r -> r.at(clock.instant())).map(Roster.OnDuty::first);
    Stream.of(head, ministry).flatMap(Optional::stream).distinct().forEach(person -> warn(mission, gap, person));
  }

  private void warn(Consulate mission, Gap gap, DutyPerson person) {
    var local = gap.from().atZone(mission.zone());
    var texts = new HashMap<String, String>();
    for (var language : Languages.OFFERED) {
      texts.put(language, languages.texts(language).get("inquiry.uncovered.message", mission.name(), local.toLocalDate().toString(),
          local.toLocalTime().withSecond(0).withNano(0).toString()));
    }
    var key = "uncovered:" + mission.code() + ":" + local.toLocalDate() + ":" + person.key() + ":";
    for (var way : Map.of(Channel.SMS, person.phone(), Channel.EMAIL, person.account()).entrySet()) {
      outbox.enqueue(NewMessage.toAddress(way.getValue(), way.getKey(), new Content.OfText(texts, Map.of()))
          .with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE).asAutomatic().once(key + way.getKey()));
    }
  }
}
