package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * A small map as SVG, {@link #WIDTH} by {@link #HEIGHT}: lines of borders, towns, and what the row draws on it.
 *
 * @param window {@code south,west,north,east} in degrees, for the script that turns a click into a point
 * @param zoom how much wider than need be the window is; 1 shows the circle or border and a little around it
 * @param circle an ellipse, since degrees of longitude are short; null when there is none
 * @param corners of the border, as an SVG list of points; empty when there is none
 * @param words what the map shows, in words
 */
public record MapView(String window, String zoom, List<String> borders, List<Town> towns, @Nullable Ellipse circle, String corners,
    String words) {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 400;

  /** A town; {@code name} is null for the small ones. */
  public record Town(String x, String y, @Nullable String name) {}

  /** Centre and radii in the map's units. */
  public record Ellipse(String x, String y, String rx, String ry) {}
}
