package org.enlacehub.consulate;

import java.util.List;
import java.util.Map;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.InvalidConfiguration;
import org.enlacehub.territory.Territory;

/**
 * {@code config/consulates.csv}, {@code jurisdictions.csv}, {@code consulates/hours.yml}, {@code holidays/CC.yml} and {@code rosters/CODE.yml}.
 */
public final class ConsulateFiles implements ConfigPart {

  /** The network; throws {@link InvalidConfiguration} with everything that is wrong, so that nothing half-loads. */
  public static Consulates load(ConfigFolders folders, Territory territory) {
    var findings = new Findings();
    var network = read(folders, territory, findings);
    findings.throwIfAny();
    return network;
  }

  @Override public void check(ConfigFolders folders, Findings findings) {
    read(folders, Territory.load(), findings);
  }

  /** The network, or null with at least one finding when it cannot be made. */
  private static Consulates read(ConfigFolders folders, Territory territory, Findings findings) {
    var consulates = new MissionReader(folders, territory, findings).read();
    var jurisdictions = new JurisdictionReader(folders, territory, consulates, findings).read();
    var holidays = new HolidayReader(folders, findings).read();
    var hours = new HoursReader(folders, consulates, holidays, findings);
    List<Closure> closures = hours.closures();
    Map<String, WorkingTime> times = hours.workingTimes();
    RosterFiles.read(folders, consulates, findings);
    return findings.isEmpty() ? new Consulates(consulates, jurisdictions, closures, times) : null;
  }
}
