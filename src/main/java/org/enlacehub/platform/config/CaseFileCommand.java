package org.enlacehub.platform.config;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that measures rules against a file of cases with known answers, without a database. Exit 2 when a file is wrong. */
public abstract class CaseFileCommand implements Callable<Integer> {

  @Option(names = "--config", paramLabel = "DIR", description = "The configuration folder; else ENLACE_CONFIG_DIR, else config.")
  Path config;

  @Spec CommandSpec spec;

  /**
   * What came out.
   *
   * @param table the figures, ready to print
   * @param misses the cases that went wrong, a line each
   */
  public record Measured(String table, List<?> misses) {}

  /** Reads the file and measures; what is wrong with the file goes to the findings, and is thrown before anything is measured. */
  protected abstract Measured measure(ConfigFolders folders, Findings findings);

  @Override
  public final Integer call() {
    var out = spec.commandLine().getOut();
    try {
      var measured = measure(ConfigFolders.chosen(config), new Findings());
      out.print(measured.table());
      out.printf("%nmisses %d%n", measured.misses().size());
      measured.misses().forEach(out::println);
      out.flush();
      return 0;
    } catch (InvalidConfiguration e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 2;
    }
  }
}
