package org.enlacehub.triage;

import java.nio.file.Path;
import org.enlacehub.platform.config.CaseFileCommand;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code enlace triage test FILE}: measures triage against labelled messages, without a database. Exit 2 when a file is wrong. */
@Command(name = "test", mixinStandardHelpOptions = true,
    description = "Measures the triage rules against labelled messages and lists the misses.")
public final class TriageTestCommand extends CaseFileCommand {

  @Parameters(paramLabel = "FILE", description = "CSV with the columns id,text,lang,category,severity,topic.")
  Path file;

  @Override
  protected Measured measure(ConfigFolders folders, Findings findings) {
    var messages = LabelledMessage.read(file, findings);
    findings.throwIfAny();
    var score = TriageScore.of(Triage.load(folders), messages);
    return new Measured(score.table(), score.misses());
  }
}
