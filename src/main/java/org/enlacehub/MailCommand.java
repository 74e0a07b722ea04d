package org.enlacehub;

import java.util.concurrent.Callable;
import org.enlacehub.channel.email.bounce.MailReadCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done with mails at a terminal. */
@Command(name = "mail", mixinStandardHelpOptions = true, description = "Reads mails that lie in files.", subcommands = MailReadCommand.class)
final class MailCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
