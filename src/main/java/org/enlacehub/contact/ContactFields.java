package org.enlacehub.contact;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The declared fields, in the order of the file. */
public final class ContactFields {
  private final Map<String, ContactField> byName = new LinkedHashMap<>();

  public ContactFields(List<ContactField> fields) {
    fields.forEach(field -> byName.put(field.name(), field));
  }

  public Collection<ContactField> all() {
    return byName.values();
  }

  public Optional<ContactField> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
