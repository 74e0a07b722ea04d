package org.enlacehub.contact.imports;

import java.util.List;
import java.util.Optional;

/** The custom fields that the configuration declares, as an import needs to know them. */
public interface DeclaredFields {
  /** Those declared, in the order of the configuration. */
  List<DeclaredField> all();

  default Optional<DeclaredField> find(String name) {
    return all().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** No field is declared. */
  DeclaredFields NONE = List::of;

  /** What a field holds. */
  enum Type { TEXT, NUMBER, DATE, YEAR, BOOLEAN, CHOICE }

  /**
   * One declared field.
   *
   * @param name its name in queries and files, such as {@code passport_expires}
   * @param headings words by which its column is known, in any language
   * @param choices the codes a {@link Type#CHOICE} may have; empty otherwise
   */
  record DeclaredField(String name, Type type, List<String> headings, List<String> choices) {}
}
