package org.enlacehub.inquiry.assignment;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;

/** Loads who is given what, whole or not at all. */
@Factory
class AssignmentFactory {

  @Singleton
  AssignmentRules assignmentRules(ConfigFolders folders, Consulates consulates) {
    var findings = new Findings();
    var rules = AssignmentFiles.rules(folders, findings);
    rules.byDesk().keySet().stream().filter(code -> consulates.byCode(code).isEmpty()).forEach(code -> findings.add(
        folders.display(folders.config().resolve("inquiry").resolve("assignment.yml")), 1, "'" + code + "' is no mission.",
        "Use a code of config/consulates.csv."));
    findings.throwIfAny();
    return rules;
  }
}
