package org.enlacehub.consulate;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.territory.Territory;

@Factory
class ConsulateFactory {

  @Singleton
  Consulates consulates(ConfigFolders folders, Territory territory) {
    return ConsulateFiles.load(folders, territory);
  }

  @Singleton
  Rosters rosters(ConfigFolders folders, Consulates consulates, @Property(name = "enlace.demo", defaultValue = "false") boolean demo) {
    return RosterFiles.load(folders, consulates.all(), demo);
  }
}
