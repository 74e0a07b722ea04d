package org.enlacehub.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.enlacehub.platform.config.Spelling;

/** The current templates, as they lie in the folder; immutable. */
public final class Templates {
  private final Map<String, Template> byName = new TreeMap<>();

  Templates(Collection<Template> templates) {
    templates.forEach(t -> byName.put(t.name(), t));
  }

  public Optional<Template> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** As {@link #find}, for a name that should exist; {@link UnknownTemplate} names the nearest otherwise. */
  public Template get(String name) {
    return find(name).orElseThrow(() -> new UnknownTemplate(name, nearest(name)));
  }

  /** Names by alphabet. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  public List<Template> all() {
    return List.copyOf(byName.values());
  }

  /** For "did you mean …?". */
  public Optional<String> nearest(String name) {
    return Spelling.nearest(name, byName.keySet());
  }
}
