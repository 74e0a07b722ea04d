package org.enlacehub.audience;

import org.enlacehub.territory.PlaceNames;

/** The names by which audiences and lists are used in queries: letters a to z, figures and dashes. */
final class Slugs {
  static final int LONGEST = 60;

  private Slugs() {}

  /** Made from a title; {@code audiencia} when the title has no letter of ours. */
  static String of(String title) {
    var slug = PlaceNames.fold(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    var shortened = slug.length() <= LONGEST - 4 ? slug : slug.substring(0, LONGEST - 4).replaceAll("-+$", "");
    return shortened.isEmpty() ? "audiencia" : shortened;
  }

  /** The n-th try at a name that is free. */
  static String numbered(String slug, int n) {
    return n == 1 ? slug : slug + "-" + n;
  }
}
