package org.enlacehub.platform.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration files are wrong; nothing of them was loaded. Carries every finding. */
public final class InvalidConfiguration extends RuntimeException {
  private final List<Finding> findings;

  public InvalidConfiguration(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
    this.findings = List.copyOf(findings);
  }

  public List<Finding> findings() {
    return findings;
  }
}
