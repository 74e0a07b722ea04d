package org.enlacehub.routing;

/**
 * How a place in a message relates to the person, as the words before it say.
 * The names stand in {@code config/routing/frames.csv}.
 */
enum Role {
  /** The writer is there now. */
  PRESENT,
  /** The writer lives there. */
  LIVES,
  WORKS,
  /** Somebody is held, ill, dead or lost there: the place of the person whom it is about. */
  HELD,
  /** Somebody else is or lives there. */
  OTHER_PERSON,
  /** The writer says to be from there. */
  HOME_OF,
  /** The writer's family is from there, or the writer was born there. */
  ORIGIN,
  /** A child was born there. */
  BORN,
  /** The words name a consulate's place. */
  CONSULATE,
  DESTINATION,
  /** Came: with "a" before the place the writer is there now. */
  ARRIVED,
  /** Somebody was taken: with "a" before the place they are held there. */
  TAKEN,
  /** Moved from the place right after it, to the one after "a". */
  MOVED_FROM,
  /** There before, not now. */
  PAST,
  /** Said not to be there. */
  NOT,
  /** What follows is a person's name. */
  PERSON,
  /** "se llama": the name of what stands before, a town or a person. */
  CALLED,
  /** What follows is a relative's or friend's name, unless a preposition stands between. */
  KIN,
  /** What follows is about a paper, a house, money: no place of a person. */
  THING,
  /** A preposition of place and nothing more. */
  WEAK
}
