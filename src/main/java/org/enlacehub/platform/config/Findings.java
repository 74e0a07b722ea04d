package org.enlacehub.platform.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while files are read, so that a person sees everything at once and nothing half-loads. */
public final class Findings {
  private final List<Finding> all = new ArrayList<>();

  public void add(String file, int line, String message, String remedy) {
    add(file, line, "", message, remedy);
  }

  /** @param field JSON pointer to what is wrong */
  public void add(String file, int line, String field, String message, String remedy) {
    all.add(new Finding(file, line, field, message, remedy));
  }

  public List<Finding> all() {
    return List.copyOf(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Throws {@link InvalidConfiguration} with everything that was found; does nothing when nothing was. */
  public void throwIfAny() {
    if (!all.isEmpty()) {
      throw new InvalidConfiguration(all());
    }
  }
}
