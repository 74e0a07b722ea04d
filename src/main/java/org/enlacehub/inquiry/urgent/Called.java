package org.enlacehub.inquiry.urgent;

/** Whom a step calls; the names in {@code config/inquiry/alarms.yml} are these in lower case. */
public enum Called {
  /** Who is on duty at the mission. */
  DUTY,
  /** Who stands in for them. */
  BACKUP,
  /** The mission's head. */
  HEAD,
  /** Who is on duty at the ministry's situation desk. */
  MINISTRY,
  /** The head of that desk. */
  DIRECTOR,
  /** Who has the inquiry already, when it rings again. */
  OWNER,
  /** Who is on duty at another mission that must know: where the person is, or where they are going. */
  CONCERNED
}
