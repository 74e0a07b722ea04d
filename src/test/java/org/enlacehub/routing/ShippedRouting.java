package org.enlacehub.routing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.territory.Territory;

/** Routing with the configuration of this repository, loaded once for all tests of the room. */
final class ShippedRouting {
  static final ConfigFolders FOLDERS = ConfigFolders.under(Path.of("."));
  static final Territory TERRITORY = Territory.load();
  static final Routing ROUTING = Routing.load(FOLDERS, TERRITORY,
      Clock.fixed(Instant.parse("2027-02-01T15:00:00Z"), ZoneOffset.UTC));

  private ShippedRouting() {}
}
