package org.enlacehub.inquiry.web;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.StartTile;
import org.enlacehub.inquiry.urgent.Cover;
import org.enlacehub.platform.i18n.Texts;

/** Says on the start page when soon nobody would be on duty. */
@Singleton
class DutyTile implements StartTile {
  private final Cover cover;

  DutyTile(Cover cover) {
    this.cover = cover;
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public Optional<Tile> tile(Actor actor, Texts t) {
    if (!actor.may(Role.OFFICER, Role.ADMINISTRATOR)) {
      return Optional.empty();
    }
    long open = cover.guards(actor.scope()).stream().filter(g -> !g.gaps().isEmpty()).count();
    return open == 0 ? Optional.empty()
        : Optional.of(new Tile(t.get("inquiry.duty.tile"), Long.toString(open), t.get("inquiry.duty.tile.note"), "/guardias", Tone.WARN));
  }
}
