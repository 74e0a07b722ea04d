package org.enlacehub.routing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.InvalidConfiguration;
import org.enlacehub.territory.Territory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code enlace routing test FILE}: measures routing against known answers, without a database. Exit 2 when a file is wrong. */
@Command(name = "test", mixinStandardHelpOptions = true,
    description = "Measures routing against cases with known answers and lists the misses.")
public final class RoutingTestCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "CSV with the columns id,kind,input,country,area.")
  Path file;

  @Option(names = "--config", paramLabel = "DIR", description = "The configuration folder; else ENLACE_CONFIG_DIR, else config.")
  Path config;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try {
      var findings = new Findings();
      var cases = RoutingCase.read(file, findings);
      findings.throwIfAny();
      var score = RoutingScore.of(Routing.load(ConfigFolders.chosen(config), Territory.load(), Clock.systemUTC()), cases);
      out.print(score.table());
      out.printf("%nmisses %d%n", score.misses().size());
      score.misses().forEach(out::println);
      out.flush();
      return 0;
    } catch (InvalidConfiguration e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 2;
    }
  }
}
