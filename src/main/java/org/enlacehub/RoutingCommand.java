package org.enlacehub;

import java.util.concurrent.Callable;
import org.enlacehub.routing.RoutingTestCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done with the routing rules at a terminal. */
@Command(name = "routing", mixinStandardHelpOptions = true, description = "Measures the routing rules.",
    subcommands = RoutingTestCommand.class)
final class RoutingCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
