package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A column and what it was taken for, as programs and pages show it.
 *
 * @param field name of the field it fills; null when it is passed over
 * @param how see {@link Column.How}
 * @param suggestion field that it may mean; null when there is none
 */
@Serdeable
public record SeenColumn(@Nullable String heading, @Nullable String field, Column.How how, @Nullable String suggestion) {
  /** Stored JSON leaves out what is empty. */
  public SeenColumn {
    heading = heading == null ? "" : heading;
  }

  static SeenColumn of(Column column) {
    return new SeenColumn(column.heading(), column.target().map(Column.Target::code).orElse(null), column.how(), column.suggestion().orElse(null));
  }
}
