package org.enlacehub.routing;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.territory.Territory;

@Factory
class RoutingFactory {

  @Singleton
  Routing routing(ConfigFolders folders, Territory territory, Consulates consulates, Clock clock) {
    return new Routing(territory, consulates, RoutingFiles.load(folders, territory), clock);
  }
}
