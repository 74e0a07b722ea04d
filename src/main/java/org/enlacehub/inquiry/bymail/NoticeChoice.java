package org.enlacehub.inquiry.bymail;

/** Of what an officer wants to be told by mail. */
public enum NoticeChoice {
  NONE,
  /** What is theirs. */
  MINE,
  /** What is theirs, and what nobody at their desk has taken. */
  DESK
}
