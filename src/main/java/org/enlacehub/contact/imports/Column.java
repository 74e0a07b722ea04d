package org.enlacehub.contact.imports;

import java.util.Optional;

/**
 * One column of a file and what it was taken for.
 *
 * @param index from 0
 * @param heading as it stands in the file
 * @param target what it holds; empty when it is passed over
 * @param how why that
 * @param suggestion for a heading that is not understood: the field it may have meant
 */
public record Column(int index, String heading, Optional<Target> target, How how, Optional<String> suggestion) {
  /** What a column holds. */
  public sealed interface Target {
    /** The name in mappings. */
    String code();

    /** One of the fields that every contact has. */
    record Known(Field field) implements Target {
      @Override public String code() {
        return field.code();
      }
    }

    /** A field that the configuration declares. */
    record Declared(DeclaredFields.DeclaredField field) implements Target {
      @Override public String code() {
        return field.name();
      }
    }
  }

  /** How a column came by its target, or why it has none. */
  public enum How {
    /** The heading is one of the words known for the field. */
    RECOGNISED,
    /** The heading is nearly such a word, or its beginning is. */
    GUESSED,
    /** A person said so. */
    MAPPED,
    /** A person said that the column is not to be read. */
    IGNORED,
    /** Nothing is known about the heading. */
    UNKNOWN,
    /** Another column holds the same field, of which there can be one only. */
    DUPLICATE,
    /** There is no heading. */
    UNNAMED
  }

  boolean holds(Field field) {
    return target.filter(t -> t instanceof Target.Known(var known) && known == field).isPresent();
  }
}
