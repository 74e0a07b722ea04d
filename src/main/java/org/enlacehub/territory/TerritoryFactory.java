package org.enlacehub.territory;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
class TerritoryFactory {

  @Singleton
  Territory territory() {
    return Territory.load();
  }
}
