package org.enlacehub.triage;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;

@Factory
class TriageFactory {

  @Singleton
  Triage triage(ConfigFolders folders) {
    return Triage.load(folders);
  }
}
