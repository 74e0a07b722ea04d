package org.enlacehub.inquiry.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.StartTile;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.platform.i18n.Texts;

/** How many people wait at the desk, and how long the first of them has. */
@Singleton
class QueueTile implements StartTile {
  private final InquiryReader reader;
  private final Clock clock;

  QueueTile(InquiryReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Tile> tile(Actor actor, Texts t) {
    if (!actor.may(Role.OFFICER, Role.ADMINISTRATOR)) {
      return Optional.empty();
    }
    var open = reader.openBySeverity(actor);
    int waiting = open.values().stream().mapToInt(n -> n).sum();
    int urgent = open.getOrDefault(1, 0) + open.getOrDefault(2, 0);
    var note = reader.oldestWaiting(actor)
        .map(since -> t.get("inquiry.tile.oldest", Duration.between(since, clock.instant()).toMinutes())).orElse(t.get("inquiry.tile.none"));
    return Optional.of(new Tile(t.get("inquiry.tile"), Integer.toString(waiting), urgent > 0 ? t.get("inquiry.tile.urgent", urgent) : note,
        "/bandeja", urgent > 0 ? Tone.BAD : waiting > 0 ? Tone.WARN : Tone.GOOD));
  }
}
