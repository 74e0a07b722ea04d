package org.enlacehub.triage;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.InvalidConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code enlace triage test FILE}: measures triage against labelled messages, without a database. Exit 2 when a file is wrong. */
@Command(name = "test", mixinStandardHelpOptions = true,
    description = "Measures the triage rules against labelled messages and lists the misses.")
public final class TriageTestCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "CSV with the columns id,text,lang,category,severity,topic.")
  Path file;

  @Option(names = "--config", paramLabel = "DIR", description = "The configuration folder; else ENLACE_CONFIG_DIR, else config.")
  Path config;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try {
      var findings = new Findings();
      var messages = LabelledMessage.read(file, findings);
      findings.throwIfAny();
      var score = TriageScore.of(Triage.load(ConfigFolders.chosen(config)), messages);
      out.print(score.table());
      var misses = score.misses();
      out.printf("%nmisses %d%n", misses.size());
      misses.forEach(out::println);
      out.flush();
      return 0;
    } catch (InvalidConfiguration e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 2;
    }
  }
}
