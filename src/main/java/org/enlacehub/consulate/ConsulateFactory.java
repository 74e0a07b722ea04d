package org.enlacehub.consulate;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.territory.Territory;

@Factory
class ConsulateFactory {

  @Singleton
  Consulates consulates(ConfigFolders folders, Territory territory) {
    return ConsulateFiles.load(folders, territory);
  }
}
