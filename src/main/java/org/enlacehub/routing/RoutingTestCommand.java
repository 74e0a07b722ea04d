package org.enlacehub.routing;

import java.nio.file.Path;
import java.time.Clock;
import org.enlacehub.platform.config.CaseFileCommand;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.territory.Territory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code enlace routing test FILE}: measures routing against known answers, without a database. Exit 2 when a file is wrong. */
@Command(name = "test", mixinStandardHelpOptions = true,
    description = "Measures routing against cases with known answers and lists the misses.")
public final class RoutingTestCommand extends CaseFileCommand {

  @Parameters(paramLabel = "FILE", description = "CSV with the columns id,kind,input,country,area.")
  Path file;

  @Override
  protected Measured measure(ConfigFolders folders, Findings findings) {
    var cases = RoutingCase.read(file, findings);
    findings.throwIfAny();
    var score = RoutingScore.of(Routing.load(folders, Territory.load(), Clock.systemUTC()), cases);
    return new Measured(score.table(), score.misses());
  }
}
