package org.enlacehub.inquiry;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;

/** Loads the room's configuration whole or not at all. */
@Factory
class InquiryFactory {

  @Singleton
  Deadlines deadlines(ConfigFolders folders) {
    var findings = new Findings();
    var deadlines = InquiryFiles.deadlines(folders, findings);
    findings.throwIfAny();
    return deadlines;
  }

  @Singleton
  SafetyWords safetyWords(ConfigFolders folders) {
    var findings = new Findings();
    var words = SafetyFiles.read(folders, findings);
    findings.throwIfAny();
    return words;
  }

  @Singleton
  Macros.MacroList macros(ConfigFolders folders, Consulates consulates) {
    var findings = new Findings();
    var macros = MacroFiles.read(folders, findings);
    macros.stream().filter(macro -> macro.transfer() != null && consulates.byCode(macro.transfer()).isEmpty())
        .forEach(macro -> findings.add(folders.display(folders.config().resolve("inquiry").resolve("macros.yml")), 1,
            "Macro '" + macro.code() + "' transfers to '" + macro.transfer() + "', which is no mission.", "Use a code of config/consulates.csv."));
    findings.throwIfAny();
    return new Macros.MacroList(macros);
  }

  @Singleton
  ReadyReplies readyReplies(ConfigFolders folders) {
    var findings = new Findings();
    var replies = InquiryFiles.replies(folders, findings);
    findings.throwIfAny();
    return replies;
  }
}
