package org.enlacehub;

import java.util.concurrent.Callable;
import org.enlacehub.platform.config.InvalidConfiguration;
import org.enlacehub.platform.database.StartRefused;
import org.enlacehub.sandbox.SandboxCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one command line, a command for each thing that a person does with it. */
@Command(name = "enlace", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "The messaging hub between a country's consular network and its people abroad.",
    description = "Run %n  ./enlace demo%nto see it with an embedded database, carriers of its own and invented people.",
    footer = "%nSettings come from ENLACE_* and TWILIO_* in the environment: see docs/operating.md.",
    subcommands = {DemoCommand.class, ServeCommand.class, SandboxCommand.class, LintCommand.class, ImportCommand.class, RotateKeyCommand.class,
        TriageCommand.class, RoutingCommand.class, MailCommand.class,
        BenchCommand.class})
public final class Application implements Callable<Integer> {
  static final int REFUSED = 2;
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Application()).setExecutionExceptionHandler((e, line, _) -> {
      switch (e) {
        case StartRefused refused -> {
          line.getErr().println("enlace: " + refused.getMessage());
          line.getErr().println("        " + refused.remedy());
        }
        case InvalidConfiguration invalid -> {
          line.getErr().println("enlace: the configuration has errors; nothing was started.");
          invalid.findings().forEach(finding -> line.getErr().println("  " + finding));
        }
        default -> throw e;
      }
      line.getErr().flush();
      return REFUSED;
    });
  }
}
