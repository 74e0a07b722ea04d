package org.enlacehub.consulate;

import java.time.ZoneId;
import org.enlacehub.territory.GeoPoint;

/**
 * A mission with a consular section, or the ministry's central desk.
 *
 * @param code for example {@code GT-US-LAX}; also the code of its desk
 * @param name as the ministry writes it, in Spanish
 * @param country ISO 3166-1 of the place where it stands
 * @param area ISO 3166-2 of the place where it stands
 * @param verified false while the ministry has not confirmed the row; callers show "to be confirmed by the ministry"
 */
public record Consulate(String code, String name, Type type, String country, String city, String area, GeoPoint at, ZoneId zone,
    boolean verified) {

  /** What it is. */
  public enum Type { EMBASSY, CONSULATE_GENERAL, CONSULATE, MOBILE, MINISTRY }

  /** True for the ministry's central desk, which takes what can be routed to nobody else. */
  public boolean central() {
    return type == Type.MINISTRY;
  }
}
