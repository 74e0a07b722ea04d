package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.enlacehub.inquiry.urgent.Alarm;

/**
 * What rings for the signed-in person, for the bar above every page.
 *
 * @param mentioned in how many matters a colleague called them in a note
 */
@Introspected
public record AlarmBar(List<Line> lines, int mentioned) {

  /**
   * One alarm.
   *
   * @param open path of the inquiry; null when the person cannot see it before they take it
   */
  public record Line(Alarm alarm, String deskName, @Nullable String open) {}
}
