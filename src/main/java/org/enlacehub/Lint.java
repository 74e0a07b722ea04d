package org.enlacehub;

import java.util.List;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;

/** Every part of the configuration, in the order in which a person would mend it. */
final class Lint {
  private static final List<ConfigPart> PARTS = List.of();

  private Lint() {}

  static Findings check(ConfigFolders folders) {
    var findings = new Findings();
    PARTS.forEach(part -> part.check(folders, findings));
    return findings;
  }
}
