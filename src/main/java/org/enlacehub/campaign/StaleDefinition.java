package org.enlacehub.campaign;

import java.util.List;
import org.enlacehub.platform.config.Finding;

/** A stored definition does not fit any more: its template, or a field that its audience asks for, is gone. */
public final class StaleDefinition extends RuntimeException {
  private final List<Finding> findings;

  StaleDefinition(String slug, List<Finding> findings) {
    super("campaign " + slug + " does not fit the configuration any more");
    this.findings = List.copyOf(findings);
  }

  public List<Finding> findings() {
    return findings;
  }
}
