package org.enlacehub.delivery;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;

/** Makes values from the configuration. */
@Factory
class DeliveryFactory {

  /** @throws org.enlacehub.platform.config.InvalidConfiguration with everything that is wrong */
  @Singleton
  QuietHours quietHours(ConfigFolders folders) {
    var findings = new Findings();
    var hours = DeliveryFiles.read(folders, findings);
    findings.throwIfAny();
    return hours;
  }

  @Singleton
  Prices prices(ConfigFolders folders) {
    var findings = new Findings();
    var prices = DeliveryFiles.prices(folders, findings);
    findings.throwIfAny();
    return prices;
  }
}
