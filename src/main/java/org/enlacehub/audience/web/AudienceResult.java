package org.enlacehub.audience.web;

import java.util.List;

/**
 * Whom a query means, as a page shows it.
 *
 * @param sample some of the people, the newest first
 * @param open true when the reader's work is with these persons: names are whole and lead to their pages
 */
public record AudienceResult(long count, List<Bar> channels, List<Bar> languages, List<Person> sample, boolean open) {

  /** A line of a chart and of its table. @param width the bar's, 0 to 100 */
  public record Bar(String name, long people, int width) {}

  /** One of the people; name and addresses are masked unless the result is open. */
  public record Person(long id, String name, String place, String language, List<String> addresses) {}
}
