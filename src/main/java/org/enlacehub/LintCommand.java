package org.enlacehub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.enlacehub.platform.config.ConfigFolders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks config, templates and campaigns without starting anything. */
@Command(name = "lint", mixinStandardHelpOptions = true,
    description = "Checks config/, templates/ and campaigns/; prints file, line, what is wrong and what to do. Exit 1 when anything is.")
final class LintCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "DIR",
      description = "The folder that holds config/, templates/ and campaigns/ (default: those that the product would use).")
  private Path root;
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (root != null && !Files.isDirectory(root)) {
      spec.commandLine().getErr().println("enlace: " + root + " is not a folder.");
      return 1;
    }
    var folders = root == null ? LaunchSettings.ofProcess().folders() : ConfigFolders.under(root);
    var findings = Lint.check(folders).all();
    findings.forEach(out::println);
    out.println(findings.isEmpty() ? "Everything is in order." : findings.size() + (findings.size() == 1 ? " error." : " errors."));
    return findings.isEmpty() ? 0 : 1;
  }
}
