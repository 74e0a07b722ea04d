package org.enlacehub.contact.web;

import java.util.List;

/** Two contacts side by side. */
public record PairView(Side first, Side second, List<Line> lines) {

  public record Side(long id, String name) {}

  /** One fact of both; {@code same} when they agree. */
  public record Line(String title, String first, String second, boolean same) {}
}
