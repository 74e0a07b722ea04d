package org.enlacehub.account;

import java.util.Optional;
import org.enlacehub.platform.i18n.Texts;

/** What a room shows of itself on the start page. A room offers a bean of this type; it is asked at each visit, so it must be quick. */
public interface StartTile {

  /** How a tile looks: without a lamp, all well, look here, wrong. */
  enum Tone { PLAIN, GOOD, WARN, BAD }

  /**
   * One tile.
   *
   * @param value a number with its separators, or one or two words
   * @param note a short line below; empty for none
   * @param path where it leads; empty for nowhere
   */
  record Tile(String label, String value, String note, String path, Tone tone) {}

  /** Place among the tiles, small first: people's own work 10, running matters 20, what waits 30, health 90. */
  int order();

  /** The tile for this person in their language; empty when it is not for them or says nothing now. */
  Optional<Tile> tile(Actor actor, Texts t);
}
