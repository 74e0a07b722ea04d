package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.audience.Asking;

/** A row or a group of the builder's form. */
public sealed interface PartView {

  /**
   * A group.
   *
   * @param path its place, see {@link BuilderForm}; empty for the whole
   * @param menu the fields that its rows offer, by groups
   */
  record GroupView(String path, boolean all, boolean not, List<PartView> parts, Map<String, Map<String, String>> menu) implements PartView {}

  /**
   * A row.
   *
   * @param value as one field shows it
   * @param centre the place in the middle of a circle
   * @param options values to choose from; empty when any may be typed
   * @param error what is wrong with it; null when nothing is
   * @param map null but for places
   */
  record RowView(String path, String field, Asking asking, List<Asking> askings, String value, String centre, Map<String, String> options,
      @Nullable String error, @Nullable MapView map) implements PartView {}
}
