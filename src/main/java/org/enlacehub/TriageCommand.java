package org.enlacehub;

import java.util.concurrent.Callable;
import org.enlacehub.triage.TriageTestCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done with the triage rules at a terminal. */
@Command(name = "triage", mixinStandardHelpOptions = true, description = "Measures the triage rules.", subcommands = TriageTestCommand.class)
final class TriageCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
