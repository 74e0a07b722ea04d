package org.enlacehub.account;

import java.time.ZoneId;

/** What account must know of consulates; the consulate room answers it with a bean. */
public interface Desks {

  /** True when a mission has this code (such as {@code GT-US-LAX}). */
  boolean exists(String code);

  /** The mission's name in Spanish; the code itself when there is no such mission. */
  String name(String code);

  /** The zone in which the mission works; the ministry's when there is no such mission. */
  ZoneId zone(String code);
}
